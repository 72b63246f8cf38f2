package io.taros.platform.egress;

/** What a call carries, in kinds that a person can weigh. Stored, and so stays what it is. */
public enum DataKind {
    QUESTION,
    /** Earlier messages and answers. */
    CONVERSATION,
    /** What was found in the knowledge to answer from. */
    PASSAGES,
    INSTRUCTIONS,
    /** All that is taught. */
    KNOWLEDGE,
    WEB_ADDRESS,
    /** What a provider gave the person's browser, for us to change into who they are. */
    SIGN_IN_CODE,
    /** Five of the forty characters of a password's hash. */
    HASH_PREFIX,
    EMAIL_ADDRESS,
    MAIL_TEXT,
    /** The name and password of the installation's own mailbox. */
    MAILBOX_SIGN_IN,
    DOMAIN,
    /** That something happened, why, and a link: no word of what was said and nobody's name. */
    NOTICE,
    /** As it was brought, with all that is in it. */
    FILE
}
