package io.taros.staff;

/**
 * What an owner reads when staff was let in without them.
 *
 * @param reason as it was written down
 */
public record EmergencyMail(
        String language,
        String subject,
        String lead,
        String reason,
        String words,
        String url,
        String note) {
    String text() {
        return "%s\n\n%s\n\n%s:\n%s\n\n%s\n".formatted(lead, reason, words, url, note);
    }
}
