package io.taros.knowledge.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that reads: takes tasks from its standard input and answers on its standard output
 * until nobody sends any more.
 */
final class ReaderMain {
    static final byte READY = 42;

    /** Longer than anybody waits; a reader whose server was killed in the midst ends itself. */
    private static final Duration FORSAKEN = Duration.ofMinutes(2);

    private final JsonMapper json = new JsonMapper();
    private volatile long busySince = Long.MAX_VALUE;

    private ReaderMain() {}

    public static void main(String[] arguments) throws IOException {
        var answers =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library has to say must not stand among the answers.
        System.setOut(System.err);
        new ReaderMain().serve(new DataInputStream(new BufferedInputStream(System.in)), answers);
    }

    private void serve(DataInputStream tasks, DataOutputStream answers) throws IOException {
        Thread.ofPlatform().daemon().start(this::endWhenForsaken);
        answers.writeByte(READY);
        answers.flush();
        while (true) {
            ReaderTask task;
            try {
                task = ReaderTask.from(tasks);
            } catch (EOFException end) {
                return;
            }
            busySince = System.nanoTime();
            ReaderTask.write(answers, json.writeValueAsBytes(answer(task)));
            answers.flush();
            busySince = Long.MAX_VALUE;
        }
    }

    private static ReaderReply answer(ReaderTask task) {
        try {
            return switch (task.kind()) {
                case FILE -> ReaderReply.of(TextExtractor.extract(task.content(), task.name()));
                case PAGE ->
                        ReaderReply.of(
                                WebContent.read(task.content(), task.contentType(), task.name()));
                case SITE_MAP -> ReaderReply.of(SiteMapReader.read(task.content(), task.name()));
            };
        } catch (RuntimeException | StackOverflowError broken) {
            return ReaderReply.problem(ReadProblem.TOO_COMPLEX);
        }
    }

    private void endWhenForsaken() {
        while (true) {
            try {
                TimeUnit.SECONDS.sleep(10);
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - busySince > FORSAKEN.toNanos()) {
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
