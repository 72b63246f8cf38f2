package io.taros.platform.egress;

/** The policy lets nothing go there: nothing went, and the ledger says so. */
public final class EgressRefused extends RuntimeException {
    private final Refusal why;

    EgressRefused(Vendor vendor, Refusal why) {
        super("Nothing is sent to %s: %s".formatted(vendor.id(), why.word()), null, false, false);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}
