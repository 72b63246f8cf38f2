package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notification to one channel.
 *
 * @param position the order in which things happened, within a conversation
 * @param subject the message, the source, or the account that sees to it
 * @param word a reason, an outcome or who wrote, of a closed list
 * @param place in the conversation
 * @param problem why the last attempt failed
 */
public record Delivery(
        Delivery.Id id,
        long position,
        Channel.Id channelId,
        Event event,
        Conversation.@Nullable Id conversationId,
        Bot.@Nullable Id botId,
        @Nullable UUID subject,
        @Nullable String word,
        @Nullable Long place,
        @Nullable Double score,
        Status status,
        int attempts,
        @Nullable String problem,
        Instant createdAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** Where the ids of what is gone are sealed. */
    static String place(Delivery.Id id) {
        return "notification_delivery.erased:" + id.value();
    }
}
