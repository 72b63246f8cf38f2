package io.taros.ceiling;

import io.taros.bot.Bot;

/** The last answer that a bot gives today was taken. */
public record CeilingReached(Bot.Id bot) {}
