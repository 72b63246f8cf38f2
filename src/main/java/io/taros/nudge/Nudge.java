package io.taros.nudge;

import io.taros.conversation.Conversation;
import java.util.UUID;

/** One occasion that one member is still to be told of. */
record Nudge(Nudge.Id id, Conversation.Id conversationId, Occasion occasion, Wishes.Way way) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
