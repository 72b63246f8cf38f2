package io.taros.signon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom an organization has its people signed in by.
 *
 * @param triedAt when it was tried last as it is now; absent if it was not
 * @param trialError what went wrong then; absent if nothing did
 */
record Provider(
        String issuer,
        String clientId,
        byte[] sealedSecret,
        Rule rule,
        @Nullable Instant triedAt,
        @Nullable String trialError) {
    /** What it is for. */
    enum Rule {
        OFF,
        /** Members may sign in by it. */
        OFFERED,
        /** Members with an address of a proven domain sign in by it and in no other way. */
        REQUIRED
    }

    boolean isOn() {
        return rule != Rule.OFF;
    }

    boolean isRequired() {
        return rule == Rule.REQUIRED;
    }

    boolean isProvenToWork() {
        return triedAt != null && trialError == null;
    }

    /** Never the secret, sealed or not. */
    @Override
    public String toString() {
        return "Provider " + issuer;
    }
}
