package io.taros.platform.fetch;

import java.time.Duration;

/** What one fetch may cost at most, redirects included in {@code total}. */
public record FetchBudget(
        Duration connect,
        Duration firstByte,
        Duration total,
        long maxCompressed,
        long maxInflated) {
    /**
     * Small answers may be anything; past this a ratio above {@link #MAX_RATIO} is a bomb, not a
     * page.
     */
    static final long RATIO_FLOOR = 1 << 20;

    static final int MAX_RATIO = 100;
    static final int MAX_HEADERS = 32 * 1024;
    static final int MAX_REDIRECTS = 5;

    /** An answer of a program to a program, while somebody waits. */
    public static final FetchBudget CALL =
            new FetchBudget(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    1L << 20,
                    2L << 20);

    /** A page of somebody's site; half the time is for its first byte. */
    public static FetchBudget page(Duration total) {
        return new FetchBudget(
                Duration.ofSeconds(3), total.dividedBy(2), total, 5L << 20, 20L << 20);
    }
}
