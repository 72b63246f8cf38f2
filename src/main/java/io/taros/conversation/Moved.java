package io.taros.conversation;

import io.taros.account.Account;
import io.taros.handover.Team;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move that was made.
 *
 * @param state the one it led to
 * @param reason of a handover, or how it was resolved or closed
 * @param actor {@code VISITOR}, {@code BOT}, {@code PERSON} or {@code CLOCK}
 * @param name of the person who made it
 * @param assignee who sees to it from here on
 * @param team to which it is left from here on
 */
public record Moved(
        long sequence,
        Move.Kind kind,
        Conversation.State state,
        @Nullable String reason,
        String actor,
        @Nullable String name,
        Account.@Nullable Id assignee,
        Team.@Nullable Id team,
        Instant createdAt) {}
