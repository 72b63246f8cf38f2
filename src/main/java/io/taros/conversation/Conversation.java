package io.taros.conversation;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread between one visitor and one bot.
 *
 * @param language ISO 639-1 of the page or browser it began on
 */
public record Conversation(
        Conversation.Id id,
        Bot.Id botId,
        State state,
        Instant stateSince,
        @Nullable HandoverReason handoverReason,
        String language,
        @Nullable String pageUrl,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String timeZone,
        int messageCount,
        Instant createdAt,
        Instant lastMessageAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** Who has the word. */
    public enum State {
        /** The bot answers. */
        BOT,
        /** Somebody was promised a person; the bot still answers what it can. */
        WAITING,
        /** A person has taken over; the bot is silent. */
        PERSON,
        /** The matter is settled; a further message reopens it. */
        RESOLVED,
        /** Over, by the visitor or by silence; a further message reopens it. */
        CLOSED;

        private Set<State> next() {
            return switch (this) {
                case BOT -> EnumSet.of(WAITING, PERSON, RESOLVED, CLOSED);
                case WAITING -> EnumSet.of(PERSON, BOT, RESOLVED, CLOSED);
                case PERSON -> EnumSet.of(BOT, WAITING, RESOLVED, CLOSED);
                case RESOLVED, CLOSED -> EnumSet.of(BOT, PERSON);
            };
        }

        public boolean canBecome(State other) {
            return next().contains(other);
        }

        public boolean isBotAnswering() {
            return this != PERSON;
        }
    }
}
