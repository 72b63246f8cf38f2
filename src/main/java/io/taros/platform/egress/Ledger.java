package io.taros.platform.egress;

/** Where calls are written down. */
public interface Ledger {
    /** Kept when this returns, before the first byte leaves. */
    void begin(LedgerEntry entry);

    /** What came of it. */
    void end(LedgerEntry entry);

    /** Adds to the line of the same place, hour and outcome, a moment later. */
    void count(LedgerEntry entry);
}
