package io.taros.organization;

/**
 * What somebody invited reads.
 *
 * @param note what to do if it was meant for somebody else
 */
public record InvitationMail(
        String language, String subject, String lead, String words, String url, String note) {
    String text() {
        return "%s\n\n%s:\n%s\n\n%s\n".formatted(lead, words, url, note);
    }
}
