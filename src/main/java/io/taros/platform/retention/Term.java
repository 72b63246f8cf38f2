package io.taros.platform.retention;

import java.time.Duration;

/**
 * How long something is kept.
 *
 * @param usual unless an organization chose otherwise
 * @param least an organization may choose
 * @param unexplained longer than this needs a reason
 * @param most an organization may choose
 */
public record Term(Duration usual, Duration least, Duration unexplained, Duration most) {
    /** Of sums: 25 months, so that a month can be compared with the same of two years before. */
    public static final Duration STATISTICS = Duration.ofDays(761);

    /** Nobody's to choose. */
    public static Term fixed(Duration time) {
        return new Term(time, time, time, time);
    }

    public boolean isFixed() {
        return least.equals(most);
    }
}
