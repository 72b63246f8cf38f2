package io.taros.platform.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param id the same however often it is sent, so that a mailbox can tell
 * @param unsubscribe an address that ends mails like this one when it is posted to (RFC 8058);
 *     absent where nobody can decide that: about one's own account and its safety
 * @param sender absent where it is sent as the installation's own
 */
public record Mail(
        String id,
        String to,
        Locale language,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe,
        @Nullable Sender sender) {
    public Mail {
        // A line break in a heading would begin another.
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
