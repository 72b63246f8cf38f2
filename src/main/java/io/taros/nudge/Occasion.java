package io.taros.nudge;

/** What somebody may want to be told. */
public enum Occasion {
    /** Somebody else, or the way of assignment, gave them a conversation. */
    ASSIGNED,
    /** A note calls them. */
    MENTIONED,
    /** A visitor waits and nobody sees to it. */
    WAITING,
    /** A visitor wrote in a conversation that is theirs. */
    REPLIED
}
