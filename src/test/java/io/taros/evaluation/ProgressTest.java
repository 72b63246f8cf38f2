package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.evaluation.Progress.Manner;
import io.taros.platform.command.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void drawsABarOnATerminalAndLinesWhereAskedFor() {
        assertThat(Manner.of(options(), true)).isEqualTo(Manner.BAR);
        assertThat(Manner.of(options("--json"), true)).isEqualTo(Manner.BAR);
        assertThat(Manner.of(options("--json", "--progress"), false)).isEqualTo(Manner.LINES);
        assertThat(Manner.of(options("--json"), false)).isEqualTo(Manner.SILENT);
        assertThat(Manner.of(options(), false)).isEqualTo(Manner.SILENT);
    }

    @Test
    void drawsTheBarOverItselfAndEndsTheLine() {
        var progress = progress(Manner.BAR, 4);

        step(progress, 1, 10);
        step(progress, 2, 10);
        step(progress, 1, 70);

        assertThat(text().split("\r"))
                .containsExactly(
                        "",
                        "[######..................] Asked 1 of 4, 25 %, 30 s left",
                        "[##################......] Asked 3 of 4, 75 %, 7 s left ",
                        "[########################] Asked 4 of 4, 100 %%, in 1 min 30 s%n"
                                .formatted());
    }

    @Test
    void doesNotDrawMoreOftenThanEyesCanFollow() {
        var progress = progress(Manner.BAR, 1_000);

        for (var i = 0; i < 999; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            progress.advance(1);
        }

        assertThat(text().split("Asked")).hasSizeBetween(2, 11);
    }

    @Test
    void writesALineNowAndThenToALog() {
        var progress = progress(Manner.LINES, 3);

        step(progress, 1, 1);
        step(progress, 1, 7);
        step(progress, 1, 1);

        assertThat(text().lines())
                .containsExactly("Asked 2 of 3, 66 %, 4 s left", "Asked 3 of 3, 100 %, in 9 s");
    }

    @Test
    void saysWhatWentWrongWhateverTheManner() {
        progress(Manner.SILENT, 1).note("'Prices' could not be read.");
        var bar = progress(Manner.BAR, 2);
        step(bar, 1, 1);
        bar.note("'Terms' could not be read.");

        assertThat(text())
                .startsWith("'Prices' could not be read.%n".formatted())
                .endsWith("\r'Terms' could not be read.%n".formatted());
    }

    private void step(Progress progress, int steps, int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        progress.advance(steps);
    }

    private Progress progress(Manner manner, int total) {
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Progress(stream, manner, "Asked", total, nanos::get);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Options options(String... arguments) {
        return new Options(List.of(arguments));
    }
}
