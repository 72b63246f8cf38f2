package io.taros.organization;

import java.util.Optional;

/** Brought by modules that know why the bound organization cannot be closed as it is. */
public interface Tie {
    /** The key of a sentence that says what to do first; empty if nothing holds it. */
    Optional<String> find();
}
