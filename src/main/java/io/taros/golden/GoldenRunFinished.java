package io.taros.golden;

import io.taros.bot.Bot;

/** A run is over; told in the transaction that ends it. */
public record GoldenRunFinished(GoldenRun.Id run, Bot.Id bot) {}
