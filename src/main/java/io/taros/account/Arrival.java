package io.taros.account;

import io.taros.platform.identity.Identity;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came from a provider and has something to say before it counts.
 *
 * @param invitation the secret of the one they follow, if any
 */
record Arrival(String provider, Identity identity, @Nullable String invitation)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Never the secret. */
    @Override
    public String toString() {
        return "Arrival from " + provider;
    }
}
