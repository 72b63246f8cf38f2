package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void tellsWhatPreparingTakesOnceAllIsRead() {
        var progress = new Source.Progress(551, 0, 327, 220, 4_600, 2_200, 150);

        assertThat(new Pace(0, 800).left(progress)).contains(Duration.ofMinutes(3));
    }

    @Test
    void expectsOfUnreadPagesWhatTheReadOnesBrought() {
        var progress = new Source.Progress(100, 50, 50, 0, 500, 500, 50);

        assertThat(new Pace(100, 100).left(progress)).contains(Duration.ofMinutes(5));
    }

    @Test
    void tellsTheLongerOfReadingAndPreparing() {
        var progress = new Source.Progress(100, 50, 50, 0, 500, 500, 50);

        assertThat(new Pace(5, 10_000).left(progress)).contains(Duration.ofMinutes(10));
    }

    @Test
    void tellsNothingBeforeThereIsSomethingToGoBy() {
        var progress = new Source.Progress(10, 9, 1, 0, 4, 0, 0);

        assertThat(Pace.UNKNOWN.left(progress)).isEmpty();
        assertThat(new Pace(60, 0).left(progress)).isEmpty();
        assertThat(new Pace(0, 60).left(progress)).isEmpty();
    }
}
