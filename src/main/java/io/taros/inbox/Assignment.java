package io.taros.inbox;

/** Who of those it is left to is given a conversation that is handed over to people. */
public enum Assignment {
    /** Nobody: people take what they see to. */
    MANUAL,
    /** Of those who are there, whoever was given something the longest ago. */
    ROUND_ROBIN,
    /** Of those who are there, whoever sees to the fewest. */
    LEAST_BUSY
}
