package io.taros.account;

/**
 * What the reader of a mail about an account sees.
 *
 * @param note what to do if it was somebody else
 */
public record AccountMail(String language, String subject, String lead, Link link, String note) {
    public record Link(String words, String url) {}

    String text() {
        return "%s\n\n%s:\n%s\n\n%s\n".formatted(lead, link.words(), link.url(), note);
    }
}
