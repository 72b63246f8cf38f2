package io.taros.improve;

import io.taros.bot.Bot;
import io.taros.knowledge.Source;

/** Somebody wrote a better answer; it can be found as soon as its source is ready. */
public record AnswerImproved(Bot.Id bot, Source.Id source) {}
