package io.taros.platform.mail;

import java.util.Locale;

/**
 * A mail to one person.
 *
 * @param id the same however often it is sent, so that a mailbox can tell
 * @param unsubscribe where its reader decides whether there will be more
 */
public record Mail(
        String id,
        String to,
        Locale language,
        String subject,
        String text,
        String html,
        String unsubscribe) {
    public Mail {
        // A line break in a heading would begin another.
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
