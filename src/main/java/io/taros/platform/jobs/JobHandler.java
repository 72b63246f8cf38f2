package io.taros.platform.jobs;

import java.time.Duration;

/**
 * Does one type of job. Called with the organization bound and no transaction open; may be called
 * again for the same job after a crash or failure, so it must be idempotent, and must end soon when
 * its thread is interrupted.
 */
public interface JobHandler<J extends Job> {
    Class<J> type();

    void handle(J job) throws Exception;

    /** How often a failing job is tried before {@link #exhausted} is called. */
    default int attempts() {
        return 5;
    }

    /**
     * The same, where it matters what went wrong: trouble at somebody else's may last longer than
     * our own.
     */
    default int attemptsAfter(Throwable cause) {
        return attempts();
    }

    /** Pauses between attempts double up to this. */
    default Duration longestPause() {
        return Duration.ofSeconds(256);
    }

    /** The last attempt failed; record it where somebody will see it. */
    default void exhausted(J job, Throwable cause) {}
}
