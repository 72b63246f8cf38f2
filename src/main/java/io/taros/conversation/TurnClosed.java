package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.bot.Bot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question has its one final reply, stored in this transaction. Tells how it went, and neither
 * what was said nor by whom. Of what is restricted nothing is told.
 *
 * @param why absent where the bot failed
 * @param score the reliability; absent where the bot failed
 * @param repliedBefore when the bot had last replied in the same conversation
 */
public record TurnClosed(
        Bot.Id bot,
        Answer.Decision decision,
        Answer.@Nullable Why why,
        @Nullable Double score,
        Instant askedAt,
        Instant repliedAt,
        @Nullable Instant repliedBefore,
        Visit visit) {}
