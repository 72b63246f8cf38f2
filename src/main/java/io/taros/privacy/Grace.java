package io.taros.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How long what is closed can be opened again (P-31), and when its owners are reminded. */
final class Grace {
    static final Duration TIME = Duration.ofDays(90);

    /** How long before the end its owners hear of it: when it begins, and twice more. */
    static final List<Duration> NOTICES =
            List.of(Duration.ZERO, Duration.ofDays(30), Duration.ofDays(7));

    private Grace() {}

    /** In whole seconds, which a row and a job keep alike. */
    static Instant end(Instant begin) {
        return begin.plus(TIME).truncatedTo(ChronoUnit.SECONDS);
    }
}
