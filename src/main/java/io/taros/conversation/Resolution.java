package io.taros.conversation;

/** How a conversation ended. A closed list, so that it can be counted. */
public enum Resolution {
    /** A person settled the matter. */
    BY_PERSON,
    /** The bot answered, and the visitor asked no more. */
    ASSUMED,
    /** The visitor left without an answer. */
    UNANSWERED,
    /** A person asked or answered, and the visitor came back no more. */
    NO_REPLY,
    /** The visitor ended it. */
    VISITOR_ENDED,
    /** A person saw that it was nothing. */
    SPAM
}
