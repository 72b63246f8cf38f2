package io.taros.platform.egress;

import java.util.List;

/**
 * Why something leaves the house: a closed list, so that nothing leaves for a reason nobody wrote
 * down. What is stored, and so stays what it is.
 */
public enum Purpose {
    /** A model writes an answer. */
    ANSWER(DataKind.QUESTION, DataKind.CONVERSATION, DataKind.PASSAGES, DataKind.INSTRUCTIONS),
    /** A model makes a follow-up question stand on its own. */
    REWRITE(DataKind.QUESTION, DataKind.CONVERSATION),
    /** A model tells a person who takes over what a conversation is about. */
    SUMMARY(DataKind.CONVERSATION),
    EMBED_QUESTION(DataKind.QUESTION, DataKind.CONVERSATION),
    EMBED_KNOWLEDGE(DataKind.KNOWLEDGE),
    /** Pages are read that the organization wants taught. */
    CRAWL(DataKind.WEB_ADDRESS),
    /** Who somebody is, from the provider they sign in by. */
    SIGN_IN(DataKind.SIGN_IN_CODE),
    /** Whether a password was stolen somewhere. */
    PASSWORD_CHECK(DataKind.HASH_PREFIX),
    MAIL(DataKind.EMAIL_ADDRESS, DataKind.MAIL_TEXT),
    /** Answers to mails are fetched. */
    MAILBOX(DataKind.MAILBOX_SIGN_IN),
    /** Whose a domain is, from its TXT records. */
    DOMAIN_CHECK(DataKind.DOMAIN),
    /** An organization's own chat or system is told that somebody waits. */
    NOTIFICATION(DataKind.NOTICE),
    /** The same, with a message that was just said, where the organization wants that. */
    NOTIFICATION_CONTENT(DataKind.NOTICE, DataKind.CONVERSATION),
    /** A member's browser is told that something happened, sealed for it alone. */
    PUSH(DataKind.NOTICE),
    /** A file that is to be attached is looked through for malware. */
    MALWARE_SCAN(DataKind.FILE);

    private final List<DataKind> data;

    Purpose(DataKind... data) {
        this.data = List.of(data);
    }

    /** The most that such a call carries. */
    public List<DataKind> data() {
        return data;
    }

    /** Whether an organization's policy decides about it. The others its operator decides about. */
    public boolean isOfModels() {
        return switch (this) {
            case ANSWER, REWRITE, SUMMARY, EMBED_QUESTION, EMBED_KNOWLEDGE -> true;
            case CRAWL,
                    SIGN_IN,
                    PASSWORD_CHECK,
                    MAIL,
                    MAILBOX,
                    DOMAIN_CHECK,
                    NOTIFICATION,
                    NOTIFICATION_CONTENT,
                    PUSH,
                    MALWARE_SCAN ->
                    false;
        };
    }

    /**
     * A site of ten thousand pages is one line an hour that counts, not ten thousand lines, and so
     * is a mailbox that is looked into twice a minute.
     */
    boolean isCounted() {
        return this == CRAWL || this == MAILBOX;
    }

    /** About an account, whichever organization it works for at the moment. */
    boolean isOfInstallation() {
        return this == PASSWORD_CHECK;
    }
}
