package io.taros.platform.web;

import java.time.Duration;

/** Too many requests; the same one is welcome after the given time. */
public final class OverLimit extends RuntimeException {
    private final Duration retryAfter;

    public OverLimit(Duration retryAfter) {
        super(
                "Too many requests; try again in %d seconds"
                        .formatted(Math.max(1, retryAfter.toSeconds())));
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
