package io.taros.account;

import java.util.Optional;

/** Brought by modules that know why an account cannot be closed as it is. */
public interface AccountTie {
    /** The key of a sentence that says what to do first; empty if nothing holds it. */
    Optional<String> find(Account.Id account);
}
