package io.taros.golden;

import io.taros.bot.Bot;
import java.time.Instant;

/** A golden question as it lies in the database. */
record SealedQuestion(
        GoldenQuestion.Id id, Bot.Id botId, byte[] sealedContent, Instant createdAt) {}
