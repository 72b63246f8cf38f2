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

    /**
     * @param error a word of the protocol, or of ours, that says what did not hold
     * @param kept what the asker wanted to find again; nothing where nothing was asked
     */
    record Refused(Reason reason, String error, Map<String, String> kept) implements AskedIdentity {
        public Refused {
            kept = Map.copyOf(kept);
        }
    }

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
