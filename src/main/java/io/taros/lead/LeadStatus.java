package io.taros.lead;

/** How far people are with a lead. Any may follow any: it is what somebody says it is. */
public enum LeadStatus {
    NEW,
    CONTACTED,
    QUALIFIED,
    WON,
    LOST,
    SPAM
}
