package io.taros.lead;

/** When a chat offers the form by itself. Visitors find it in the menu at any time. */
public enum LeadMoment {
    /** They wrote of prices, offers or being contacted. */
    INTEREST,
    NO_ANSWER,
    /** A person was asked for, and nobody is known to be there. */
    OUT_OF_HOURS
}
