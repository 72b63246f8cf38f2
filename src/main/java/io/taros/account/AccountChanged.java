package io.taros.account;

/**
 * Something about how an account is entered is not as it was. Published outside any transaction.
 */
public record AccountChanged(Account.Id account, What what) {
    /** What changed. */
    public enum What {
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        ADDRESS_CHANGED,
        ADDRESS_RESTORED,
        FACTOR_ADDED,
        FACTOR_REMOVED,
        RECOVERY_CODES_RENEWED,
        RECOVERY_CODE_USED,
        SESSIONS_ENDED,
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        CLOSED,
        REOPENED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        /** One was refused, for it has counted less far than before. */
        PASSKEY_COPIED
    }
}
