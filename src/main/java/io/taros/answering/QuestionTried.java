package io.taros.answering;

import io.taros.bot.Bot;

/** Somebody of the organization asked its bot in the playground. */
public record QuestionTried(Bot.Id bot) {}
