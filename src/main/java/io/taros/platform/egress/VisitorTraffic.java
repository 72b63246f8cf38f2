package io.taros.platform.egress;

/** Brought by whoever serves visitors. */
public interface VisitorTraffic {
    /** Whether the bound organization has chats that a new vendor would get something of. */
    boolean hasBegun();
}
