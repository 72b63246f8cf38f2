package io.taros.conversation;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.handover.Team;
import io.taros.search.KnowledgeTags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread between one visitor and one bot.
 *
 * @param assignee the member who sees to it
 * @param team to which it is left; none where it is left to everybody
 * @param resolution how it ended; none while it goes on
 * @param spoken the place of the visitor's last message
 * @param language ISO 639-1 of the page or browser it began on
 * @param written ISO 639-1 of what the visitor writes; none until the bot has replied
 * @param wants ISO 639-1 of what they asked to be answered in
 * @param knowledgeTags what the page it began on said of its visitors: sources that have tags
 *     answer only where one of them is among these
 */
public record Conversation(
        Conversation.Id id,
        Bot.Id botId,
        State state,
        Instant stateSince,
        @Nullable HandoverReason handoverReason,
        Account.@Nullable Id assignee,
        Team.@Nullable Id team,
        @Nullable Resolution resolution,
        @Nullable Instant snoozedUntil,
        long spoken,
        String language,
        @Nullable String written,
        @Nullable String wants,
        KnowledgeTags knowledgeTags,
        @Nullable String pageUrl,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String timeZone,
        int messageCount,
        Instant createdAt,
        Instant lastMessageAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** ISO 639-1 of what the visitor writes, or of the page until that is known. */
    public String speaks() {
        return written == null ? language : written;
    }

    /** Who has the word. What leads from one to another is a {@link Move}, and nothing else. */
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

        public boolean isBotAnswering() {
            return this != PERSON;
        }

        public boolean isOver() {
            return this == RESOLVED || this == CLOSED;
        }
    }
}
