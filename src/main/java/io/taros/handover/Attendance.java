package io.taros.handover;

import io.taros.bot.Bot;

/** Whether anybody is there; told by whoever knows whose inbox is open. */
public interface Attendance {
    /** Somebody who may reply in the bot's conversations. */
    boolean isAnybodyThere(Bot.Id bot);
}
