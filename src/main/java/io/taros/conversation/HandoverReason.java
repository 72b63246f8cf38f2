package io.taros.conversation;

/** Why a conversation waits for a person. A closed list, so that it can be counted. */
public enum HandoverReason {
    /** The visitor wants a person. */
    VISITOR_ASKED,
    /** The knowledge has no answer. */
    NO_ANSWER,
    /** There was an answer, but not a reliable one. */
    NOT_RELIABLE,
    /** It is about something the bot's owner leaves to people. */
    TOPIC,
    /** The visitor has had enough, and the bot's owner leaves that to people. */
    SENTIMENT,
    /** Something broke while the bot was answering. */
    BOT_FAILED,
    /** The organization's answers are used up. */
    USAGE_LIMIT
}
