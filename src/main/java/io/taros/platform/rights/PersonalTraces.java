package io.taros.platform.rights;

import java.util.Map;

/** Brought by modules: takes out what they hold about somebody. */
public interface PersonalTraces {
    /**
     * In the caller's transaction. What is there no more is no error.
     *
     * @return how many rows went, by table
     */
    Map<String, Long> forget(Person person);

    /** Whether others find by it what they hold, so that it goes after theirs. */
    default boolean isLast() {
        return false;
    }
}
