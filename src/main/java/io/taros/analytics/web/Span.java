package io.taros.analytics.web;

import org.jspecify.annotations.Nullable;

/** How far back the page looks, today included. */
public enum Span {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** A number that is none of these is an old link or a guess: the usual one then. */
    static Span of(@Nullable String days) {
        for (var span : values()) {
            if (String.valueOf(span.days).equals(days)) {
                return span;
            }
        }
        return MONTH;
    }
}
