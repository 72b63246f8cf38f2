package io.taros.platform.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What such a process does: takes tasks from its standard input and answers on its standard output
 * until nobody sends any more.
 */
public final class IsolatedLoop {
    static final byte READY = 42;

    /** Longer than anybody waits; a process whose server was killed in the midst ends itself. */
    private static final Duration FORSAKEN = Duration.ofMinutes(2);

    private final Work work;
    private volatile long busySince = Long.MAX_VALUE;

    private IsolatedLoop(Work work) {
        this.work = work;
    }

    /** Reads one task, in which it goes to its end, and answers it. */
    public interface Work {
        byte[] answer(DataInputStream task) throws IOException;
    }

    /** For a {@code main} of its own. */
    public static void serve(Work work) throws IOException {
        var answers =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library has to say must not stand among the answers.
        System.setOut(System.err);
        new IsolatedLoop(work).serve(new BufferedInputStream(System.in), answers);
    }

    private void serve(BufferedInputStream tasks, DataOutputStream answers) throws IOException {
        Thread.ofPlatform().daemon().start(this::endWhenForsaken);
        answers.writeByte(READY);
        answers.flush();
        while (isAnyMore(tasks)) {
            busySince = System.nanoTime();
            var answer = work.answer(new DataInputStream(tasks));
            answers.writeInt(answer.length);
            answers.write(answer);
            answers.flush();
            busySince = Long.MAX_VALUE;
        }
    }

    private static boolean isAnyMore(BufferedInputStream tasks) throws IOException {
        tasks.mark(1);
        var isAny = tasks.read() >= 0;
        tasks.reset();
        return isAny;
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
