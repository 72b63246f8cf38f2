package io.taros.conversation;

import java.util.List;

/**
 * Something to be said.
 *
 * @param text may be empty where files go along
 * @param clientId the sender's own name for it
 * @param attachments brought before, and sent by this
 */
public record NewMessage(String text, String clientId, List<Attachment.Id> attachments) {
    public NewMessage {
        attachments = List.copyOf(attachments);
    }

    public static NewMessage of(String text, String clientId) {
        return new NewMessage(text, clientId, List.of());
    }
}
