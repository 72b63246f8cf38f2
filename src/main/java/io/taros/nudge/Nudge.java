package io.taros.nudge;

import io.taros.conversation.Conversation;
import java.time.Instant;
import java.util.UUID;

/** One occasion that one member is still to be told of. */
record Nudge(Nudge.Id id, Conversation.Id conversationId, Occasion occasion, Wishes.Way way) {
    enum Medium {
        MAIL,
        PUSH
    }

    /** What is to be told by when. */
    record Plan(Occasion occasion, Medium medium, Wishes.Way way, Instant due) {}

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
