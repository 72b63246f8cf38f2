package io.taros.conversation;

import io.taros.bot.Bot;
import java.time.Duration;
import java.time.Instant;

/**
 * Something happened in a conversation for the first time, in this transaction. Of each kind there
 * is one in a conversation at most, of tags one of each, and none in one that is restricted. Tells
 * neither what was said nor by whom.
 *
 * @param at of what is taken back, when that was
 */
public record Milestone(Bot.Id bot, Instant at, What what) {
    public sealed interface What {}

    /** A person was promised. */
    public record HandedOver(HandoverReason reason) implements What {}

    /** A person said something to a visitor who had been promised one. */
    public record PersonReplied(Duration waited) implements What {}

    /** A person resolved what had been handed over. */
    public record Settled(Duration took) implements What {}

    /** Resolved or closed; that it may go on later is another matter. */
    public record Ended(Resolution resolution) implements What {}

    /**
     * The visitor rated the whole.
     *
     * @param score from 1, bad, to 5, good
     */
    public record ChatRated(int score) implements What {}

    /** A tag is on it. */
    public record Tagged(Tag.Id tag) implements What {}

    /** A tag is not on it any more: what was counted then is taken back. */
    public record Untagged(Tag.Id tag) implements What {}

    /** The visitor rated one of the bot's replies. */
    public record AnswerRated(int score) implements What {}
}
