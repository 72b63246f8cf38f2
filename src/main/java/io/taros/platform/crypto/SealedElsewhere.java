package io.taros.platform.crypto;

import java.util.Optional;

/** Brought by whoever keeps things sealed with an organization's key outside tables. */
public interface SealedElsewhere {
    /** Stays what it is. */
    String name();

    /**
     * Closes a batch of the bound organization's things with its newest key, unless that closed
     * them already.
     *
     * @param after where the last batch ended; empty at the beginning
     * @return where this one ends; empty when nothing is left
     */
    Optional<String> reseal(String after);

    /** Whether something is left that the newest key did not close. */
    boolean isStale();
}
