package io.taros.knowledge;

import io.taros.knowledge.extract.Extracted;
import io.taros.knowledge.extract.ReadProblem;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.Scans;
import io.taros.platform.jobs.JobHandler;
import io.taros.search.DocumentId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads what was handed in whole: files, texts, questions. */
@Component
class ReadingSources implements JobHandler<ReadSource> {
    private final Sources sources;
    private final SourceRows rows;
    private final Frontier frontier;
    private final Library library;
    private final Quotas quotas;
    private final Readers readers;
    private final Scans scans;
    private final Readings readings;
    private final Indexing indexing;
    private final EmbeddingTrouble trouble;

    ReadingSources(
            Sources sources,
            SourceRows rows,
            Frontier frontier,
            Library library,
            Quotas quotas,
            Readers readers,
            Scans scans,
            Readings readings,
            Indexing indexing,
            EmbeddingTrouble trouble) {
        this.sources = sources;
        this.rows = rows;
        this.frontier = frontier;
        this.library = library;
        this.quotas = quotas;
        this.readers = readers;
        this.scans = scans;
        this.readings = readings;
        this.indexing = indexing;
        this.trouble = trouble;
    }

    @Override
    public Class<ReadSource> type() {
        return ReadSource.class;
    }

    @Override
    public int attemptsAfter(Throwable cause) {
        return EmbeddingTrouble.attemptsAfter(cause, attempts());
    }

    @Override
    public void handle(ReadSource job) throws Exception {
        trouble.around(job.source(), job.round(), () -> read(job));
    }

    private void read(ReadSource job) throws InterruptedException {
        Optional<Source> found = sources.find(job.source());
        if (found.isEmpty()
                || !rows.enter(job.source(), job.round(), Source.Status.READING, null)) {
            return;
        }
        Source source = found.get();
        if (source.kind() == Source.Kind.API) {
            prepare(job);
            return;
        }
        DocumentId document = frontier.only(source);
        switch (read(source)) {
            case Result.Read(Reading reading) -> {
                if (library.replace(source, job.round(), document, reading) == Library.Kept.FULL) {
                    refuse(job, document, quotas.get().usedUp());
                    return;
                }
                indexing.catchUp(source.id());
                rows.enter(source.id(), job.round(), Source.Status.READY, null);
            }
            case Result.Unread(Problem problem) -> {
                refuse(job, document, problem);
            }
        }
    }

    private void refuse(ReadSource job, DocumentId document, Problem problem) {
        library.fail(document, problem);
        rows.enter(job.source(), job.round(), Source.Status.FAILED, problem);
    }

    /** Nothing is to be read; whoever hands in more meanwhile begins another round. */
    private void prepare(ReadSource job) {
        boolean more = true;
        while (more && rows.enter(job.source(), job.round(), Source.Status.READING, null)) {
            more = indexing.catchUpSome(job.source());
        }
        rows.enter(job.source(), job.round(), Source.Status.READY, null);
    }

    @Override
    public void exhausted(ReadSource job, Throwable cause) {
        rows.enter(
                job.source(), job.round(), Source.Status.FAILED, EmbeddingTrouble.givenUp(cause));
    }

    private sealed interface Result {
        record Read(Reading reading) implements Result {}

        record Unread(Problem problem) implements Result {}
    }

    private Result read(Source source) throws InterruptedException {
        return switch (source.kind()) {
            case QA ->
                    rows.qa(source)
                            .<Result>map(qa -> new Result.Read(readings.qa(qa)))
                            .orElse(new Result.Unread(Problem.of(ReadProblem.EMPTY)));
            case TEXT ->
                    sources.upload(source.id())
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .<Result>map(text ->
                                    new Result.Read(readings.text(source.title(), text, null)))
                            .orElse(new Result.Unread(Problem.of(ReadProblem.EMPTY)));
            case FILE -> file(source);
            case WEBSITE, PAGE, SITEMAP, API ->
                    throw new IllegalStateException("Not handed in as a whole");
        };
    }

    private Result file(Source source) throws InterruptedException {
        Supplier<byte[]> upload = () -> sources.upload(source.id()).orElse(new byte[0]);
        return switch (readOrRecognized(upload, source.title())) {
            case Extracted.Text(String title, String text, String language) ->
                    new Result.Read(readings.text(title, text, language));
            case Extracted.Unreadable(ReadProblem problem) ->
                    new Result.Unread(Problem.of(problem));
        };
    }

    private Extracted readOrRecognized(Supplier<byte[]> upload, String name)
            throws InterruptedException {
        var read = readers.file(upload, name);
        return read.equals(new Extracted.Unreadable(ReadProblem.PDF_SCANNED))
                ? scans.read(upload, name)
                : read;
    }
}
