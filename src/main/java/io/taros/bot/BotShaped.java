package io.taros.bot;

/** Somebody of the organization decided who its bot is and how it answers. */
public record BotShaped(Bot.Id bot) {}
