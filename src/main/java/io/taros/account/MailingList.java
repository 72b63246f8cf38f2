package io.taros.account;

/**
 * A kind of mail that its readers may end with one click (RFC 8058); each module brings its own.
 */
public interface MailingList {
    /** Stands in the links of mails that were sent, and so stays what it is. */
    String name();

    /** Nobody is signed in; the organization the mail was about is bound, if it was about one. */
    void leave(Account.Id reader);
}
