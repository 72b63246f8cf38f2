package io.taros.knowledge.extract;

import io.taros.platform.isolation.Isolated;
import io.taros.platform.isolation.Isolated.Outcome;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what strangers wrote, in processes of their own. */
@Component
public class Readers implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MEGABYTES = 512;

    /** For whoever sits before a form. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final JsonMapper json = new JsonMapper();
    private final Isolated processes;

    /** A scan takes a minute a page, for which nobody else is to wait. */
    private final Isolated scans;

    public Readers() {
        this(PATIENCE, MEGABYTES);
    }

    Readers(Duration patience, int megabytes) {
        processes = new Isolated(ReaderMain.class, patience, megabytes);
        scans = new Isolated(ReaderMain.class, patience, megabytes);
    }

    /**
     * A file, told apart by its content; its name is only a title.
     *
     * @param content asked for when a reader is free, so that few large files are in memory at once
     */
    public Extracted file(Supplier<byte[]> content, String name) throws InterruptedException {
        return read(() -> new ReaderTask(ReaderTask.Kind.FILE, name, null, content.get()))
                .extracted();
    }

    /** What an address answered with. */
    public WebContent page(byte[] body, @Nullable String contentType, String url)
            throws InterruptedException {
        return read(() -> new ReaderTask(ReaderTask.Kind.PAGE, url, contentType, body))
                .webContent();
    }

    /** The rows of a table, CSV or XLSX. */
    public Rows rows(byte[] content, String name) throws InterruptedException {
        return read(() -> new ReaderTask(ReaderTask.Kind.ROWS, name, null, content)).table();
    }

    /** Empty when it is none. */
    public SiteMapContent siteMap(byte[] body, String url) throws InterruptedException {
        var found = read(() -> new ReaderTask(ReaderTask.Kind.SITE_MAP, url, null, body)).siteMap();
        return found == null ? SiteMapContent.EMPTY : found;
    }

    /**
     * A PDF without its password.
     *
     * @param password told to nobody but the process that tries it
     */
    public Unlocked unlock(Supplier<byte[]> content, String password) throws InterruptedException {
        var outcome =
                processes.runWithin(
                        WAIT,
                        () -> new ReaderTask(ReaderTask.Kind.UNLOCK, "", password, content.get()));
        if (outcome.isEmpty()) {
            return new Unlocked.Busy();
        }
        return switch (outcome.get()) {
            case Outcome.Answered(var answer) when answer.length == 0 -> new Unlocked.Refused();
            case Outcome.Answered(var answer) when answer[0] == '%' -> new Unlocked.File(answer);
            case Outcome.Answered _, Outcome.OutOfTime _, Outcome.TooMuch _ ->
                    new Unlocked.Unreadable(problemOf(reply(outcome.get())));
        };
    }

    /** One page of a scan. */
    ReaderReply recognize(Supplier<byte[]> content, String name, Recognition how)
            throws InterruptedException {
        return reply(
                scans.run(() ->
                        new ReaderTask(
                                ReaderTask.Kind.RECOGNIZE,
                                name,
                                json.writeValueAsString(how),
                                content.get())));
    }

    @Override
    public void destroy() {
        processes.close();
        scans.close();
    }

    private ReaderReply read(Supplier<ReaderTask> task) throws InterruptedException {
        return reply(processes.run(task));
    }

    private static ReadProblem problemOf(ReaderReply reply) {
        var problem = reply.problem();
        return problem == null ? ReadProblem.TOO_COMPLEX : problem;
    }

    private ReaderReply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) -> json.readValue(answer, ReaderReply.class);
            case Outcome.OutOfTime() -> ReaderReply.problem(ReadProblem.TOO_SLOW);
            case Outcome.TooMuch() -> ReaderReply.problem(ReadProblem.TOO_COMPLEX);
        };
    }
}
