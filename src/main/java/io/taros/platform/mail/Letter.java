package io.taros.platform.mail;

import java.util.Locale;

/**
 * What a short mail says: what happened, one link, and what to do if it was meant for somebody
 * else.
 *
 * @param link the words of the link to {@code address}
 */
public record Letter(
        Locale language, String subject, String lead, String link, String address, String note) {
    String text() {
        return "%s\n\n%s:\n%s\n\n%s\n".formatted(lead, link, address, note);
    }
}
