package io.taros.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as far as it matters here.
 *
 * @param name the same however often it comes
 * @param from the address it says it is from; absent where it says none
 * @param isAutomatic whether no person wrote it
 * @param text without what it quotes
 * @param attachments their names
 */
record IncomingMail(
        String name,
        @Nullable String from,
        List<String> recipients,
        boolean isAutomatic,
        String text,
        List<String> attachments) {
    IncomingMail {
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
    }
}
