package io.taros.account;

/**
 * The mails about an account. Each has its texts below {@code account.mail.…}: a subject, what
 * happened, the words of its link and what to do if it was somebody else.
 */
enum Letter {
    /** About a registration. */
    REGISTRATION,
    /** About a registration, to somebody who has an account with this address. */
    KNOWN,
    /** About an account, as all that follow but the next two. */
    RESET,
    /** About a change of address, to the new one. */
    NEW_ADDRESS,
    /** About the same, to the old one. */
    ADDRESS_CHANGED,
    PASSWORD_CHANGED,
    /** About a device. */
    NEW_DEVICE,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    RECOVERY_USED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    PASSKEY_COPIED,
    MARKETING
}
