package io.taros.evaluation;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Tells a waiting person how far it is, on a stream that machine output does not go to. */
final class Progress {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream stream;
    private final String doing;
    private final int total;
    private int done;
    private long told = System.nanoTime();

    Progress(PrintStream stream, String doing, int total) {
        this.stream = stream;
        this.doing = doing;
        this.total = total;
    }

    void advance() {
        done++;
        var now = System.nanoTime();
        if (done == total || now - told > EVERY_NANOS) {
            told = now;
            note("%s: %d of %d".formatted(doing, done, total));
        }
    }

    void note(String sentence) {
        stream.println(sentence);
    }
}
