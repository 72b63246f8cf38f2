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

    /** What a PNG begins with, and no problem does. */
    private static final byte PNG = (byte) 0x89;

    /** For whoever sits before a form. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    /** For one page, before which somebody sits. */
    private static final Duration GLANCE = Duration.ofSeconds(15);

    private final JsonMapper json = new JsonMapper();
    private final Isolated processes;

    /** A scan takes a minute a page, for which nobody else is to wait. */
    private final Isolated scans;

    /** People who look at files wait for no teaching, and no teaching for them. */
    private final Isolated originals;

    public Readers() {
        this(PATIENCE, MEGABYTES);
    }

    Readers(Duration patience, int megabytes) {
        processes = new Isolated(ReaderMain.class, patience, megabytes);
        scans = new Isolated(ReaderMain.class, patience, megabytes);
        var glance = patience.compareTo(GLANCE) < 0 ? patience : GLANCE;
        originals = new Isolated(ReaderMain.class, glance, megabytes);
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

    /** What a file shows of itself. */
    public Original look(Supplier<byte[]> content, String name) throws InterruptedException {
        return originals
                .runWithin(
                        WAIT, () -> new ReaderTask(ReaderTask.Kind.LOOK, name, null, content.get()))
                .map(outcome -> reply(outcome).original())
                .orElseGet(() -> new Original.Hidden(Original.Why.BUSY));
    }

    /**
     * A page of a PDF.
     *
     * @param number the first being 1
     */
    public Picture draw(Supplier<byte[]> content, String name, int number)
            throws InterruptedException {
        var page = Integer.toString(number);
        return originals
                .runWithin(
                        WAIT, () -> new ReaderTask(ReaderTask.Kind.DRAW, name, page, content.get()))
                .map(Readers::picture)
                .orElseGet(Picture.Busy::new);
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
        originals.close();
    }

    private static Picture picture(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) when answer.length == 0 -> new Picture.Missing();
            case Outcome.Answered(var answer) when answer[0] == PNG -> new Picture.Drawn(answer);
            case Outcome.Answered _, Outcome.OutOfTime _, Outcome.TooMuch _ -> new Picture.Failed();
        };
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
