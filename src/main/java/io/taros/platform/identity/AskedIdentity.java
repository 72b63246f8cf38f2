package io.taros.platform.identity;

import java.util.Map;

/** How asking a provider ended. */
public sealed interface AskedIdentity {
    /**
     * @param kept what the asker wanted to find again
     */
    record Proven(Identity identity, Map<String, String> kept) implements AskedIdentity {
        public Proven {
            kept = Map.copyOf(kept);
        }
    }

    record Refused(Reason reason) implements AskedIdentity {}

    /** Why there is none. */
    enum Reason {
        /** This browser asked for nothing of the kind, or long ago, or has its answer already. */
        NOT_ASKED,
        /** The person or the provider said no. */
        DENIED,
        /** What the provider says does not hold. */
        NOT_PROVEN
    }
}
