package io.taros.notification;

import io.taros.conversation.Conversation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notification to one channel.
 *
 * @param reason of the handover
 * @param problem why the last attempt failed
 */
public record Delivery(
        Delivery.Id id,
        Channel.Id channelId,
        Event event,
        Conversation.@Nullable Id conversationId,
        @Nullable String reason,
        Status status,
        int attempts,
        @Nullable String problem,
        Instant createdAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** What is told. */
    public enum Event {
        HANDOVER("conversation.handover_requested"),
        TEST("test");

        private final String type;

        Event(String type) {
            this.type = type;
        }

        /** Its name outside. */
        public String type() {
            return type;
        }
    }

    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }
}
