package io.taros.conversation;

import java.util.List;
import java.util.UUID;

/** Their time was over; what others made of them leads nowhere now. */
public record ConversationsGone(List<UUID> ids) {
    public ConversationsGone {
        ids = List.copyOf(ids);
    }
}
