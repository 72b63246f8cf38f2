package io.taros.platform.retention;

/** What becomes of something whose time is over. */
public enum Ending {
    /** Nothing of it stays. */
    DELETION,
    /** What stays are sums that lead to nobody. */
    ANONYMISATION
}
