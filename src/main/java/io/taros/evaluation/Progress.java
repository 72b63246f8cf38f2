package io.taros.evaluation;

import io.taros.platform.command.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells a waiting person how far it is, on a stream that machine output does not go to. */
final class Progress {
    /** How it tells. */
    enum Manner {
        /** One line that is drawn again and again: for a terminal. */
        BAR(TimeUnit.MILLISECONDS.toNanos(100)),
        /** A line now and then: for a log. */
        LINES(TimeUnit.SECONDS.toNanos(5)),
        SILENT(Long.MAX_VALUE);

        private final long everyNanos;

        Manner(long everyNanos) {
            this.everyNanos = everyNanos;
        }

        static Manner of(Options options) {
            return of(options, isTerminal());
        }

        /** A stream that nobody watches is kept for what went wrong, unless more is asked for. */
        static Manner of(Options options, boolean terminal) {
            if (terminal) {
                return BAR;
            }
            return options.has("progress") ? LINES : SILENT;
        }

        /**
         * Java tells it of standard input and output together only, and the output is what a
         * program that reads the figures has redirected.
         */
        private static boolean isTerminal() {
            try {
                var target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException | UnsupportedOperationException e) {
                var console = System.console();
                return console != null && console.isTerminal();
            }
        }
    }

    private static final int WIDTH = 24;

    private final PrintStream stream;
    private final Manner manner;
    private final String doing;
    private final int total;
    private final LongSupplier nanos;
    private final long start;
    private int done;
    private int drawn;
    private long told;

    Progress(PrintStream stream, Manner manner, String doing, int total, LongSupplier nanos) {
        this.stream = stream;
        this.manner = manner;
        this.doing = doing;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.told = start;
    }

    void advance(int steps) {
        done += steps;
        var now = nanos.getAsLong();
        if (done == total || now - told > manner.everyNanos) {
            told = now;
            tell();
        }
    }

    /** Told in any case. */
    void note(String sentence) {
        wipe();
        stream.println(sentence);
    }

    private void tell() {
        switch (manner) {
            case BAR -> draw();
            case LINES -> stream.println(line());
            case SILENT -> {}
        }
    }

    private void draw() {
        var filled = WIDTH * done / total;
        var text = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + line();
        stream.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        drawn = text.length();
        if (done == total) {
            stream.println();
            drawn = 0;
        }
        stream.flush();
    }

    private void wipe() {
        if (drawn > 0) {
            stream.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }

    private String line() {
        var seconds = (told - start) / 1e9;
        var rest =
                done == total
                        ? "in " + duration(seconds)
                        : duration(seconds / done * (total - done)) + " left";
        return "%s %d of %d, %d %%, %s"
                .formatted(doing, done, total, (int) (100L * done / total), rest);
    }

    private static String duration(double seconds) {
        var whole = Math.round(seconds);
        return whole < 60
                ? whole + " s"
                : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
