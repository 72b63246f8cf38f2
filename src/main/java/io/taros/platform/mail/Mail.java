package io.taros.platform.mail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param id the same however often it is sent, so that a mailbox can tell
 * @param unsubscribe an address that ends mails like this one when it is posted to (RFC 8058);
 *     absent where nobody can decide that: about one's own account and its safety
 * @param sender absent where it is sent as the installation's own
 * @param thread absent where it stands alone
 */
public record Mail(
        String id,
        String to,
        Locale language,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe,
        @Nullable Sender sender,
        @Nullable Thread thread) {
    public Mail {
        // A line break in a heading would begin another.
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }

    /** One that stands alone. */
    public Mail(
            String id,
            String to,
            Locale language,
            String subject,
            String text,
            String html,
            @Nullable String unsubscribe,
            @Nullable Sender sender) {
        this(id, to, language, subject, text, html, unsubscribe, sender, null);
    }

    /**
     * What a mail belongs to.
     *
     * @param replyTo where an answer to it goes, whoever sent it; absent where none is read
     * @param earlier ids of mails before it, the oldest first
     */
    public record Thread(@Nullable String replyTo, List<String> earlier) {
        public Thread {
            earlier = List.copyOf(earlier);
        }
    }
}
