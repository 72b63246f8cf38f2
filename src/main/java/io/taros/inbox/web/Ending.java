package io.taros.inbox.web;

/** What came of a question, or stands at the end of a conversation that the bot has. */
public enum Ending {
    ANSWERED,
    ASKED_BACK,
    UNANSWERED,
    HANDOVER,
    OPEN
}
