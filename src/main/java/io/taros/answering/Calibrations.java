package io.taros.answering;

import io.taros.bot.Bot;

/** How the scores of a bot are to be read. */
@FunctionalInterface
public interface Calibrations {
    Calibration of(Bot.Id bot);
}
