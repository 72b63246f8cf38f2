package io.taros.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static Waits of(Duration... all) {
        var spans = new TreeMap<Integer, Integer>();
        for (var took : all) {
            spans.merge(Integer.valueOf(Waits.nameOf(took)), 1, Integer::sum);
        }
        return new Waits(spans);
    }

    @Test
    void areEmptyWhereNobodyWaited() {
        assertThat(of().median()).isEmpty();
        assertThat(of().slow()).isEmpty();
    }

    @Test
    void tellTheMedianAndTheSlowWithinAQuarter() {
        var random = new Random(3);
        for (var round = 0; round < 200; round++) {
            var all =
                    IntStream.range(0, 5 + random.nextInt(60))
                            .mapToObj(n -> Duration.ofMillis(1_000 + random.nextInt(90_000_000)))
                            .sorted()
                            .toArray(Duration[]::new);

            var waits = of(all);

            var median = all[(int) Math.ceil(all.length * 0.5) - 1].toMillis();
            var slow = all[(int) Math.ceil(all.length * 0.9) - 1].toMillis();
            assertThat((double) waits.median().orElseThrow().toMillis() / median)
                    .isCloseTo(1, within(0.26));
            assertThat((double) waits.slow().orElseThrow().toMillis() / slow)
                    .isCloseTo(1, within(0.26));
        }
    }

    @Test
    void keepWhatIsShortOrEndless() {
        assertThat(Waits.nameOf(Duration.ZERO)).isEqualTo("00");
        assertThat(Waits.nameOf(Duration.ofSeconds(1))).isEqualTo("01");
        assertThat(Waits.nameOf(Duration.ofDays(400))).isEqualTo("63");
        assertThat(of(Duration.ofMillis(200)).median().orElseThrow())
                .isLessThan(Duration.ofSeconds(1));
    }
}
