package io.taros.platform.egress;

/** Where a vendor processes what it gets. */
public enum Area {
    /** A server of the operator's own: nobody else gets anything. */
    HERE,
    /** The EU or the EEA. */
    EU,
    OUTSIDE,
    UNKNOWN
}
