package io.taros.platform.egress;

/** Permissions to send that stand in no ledger, for what is tried without one. */
public final class UnwrittenCalls {
    private UnwrittenCalls() {}

    public static OutboundCall begin() {
        return new OutboundCall(null, entry -> {});
    }
}
