package io.taros.account;

/**
 * Somebody is not signed in any more where they were, because they or somebody else ended it; not
 * because a session rested for too long. Whatever went on there in their name has to end, too. A
 * browser is called by what its cookie for devices hashes to.
 */
public sealed interface SignedOut {
    record At(Account.Id account, String browser) implements SignedOut {}

    /** In all browsers but this one. */
    record Elsewhere(Account.Id account, String browser) implements SignedOut {}

    record Everywhere(Account.Id account) implements SignedOut {}

    /** Everybody but this one. */
    record Others(Account.Id account) implements SignedOut {}

    /** This one signed in where others had been. */
    record Before(Account.Id account, String browser) implements SignedOut {}
}
