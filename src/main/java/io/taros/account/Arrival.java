package io.taros.account;

import io.taros.platform.identity.Identity;
import io.taros.platform.identity.IdentityProvider;
import io.taros.platform.identity.IdentityProvider.Dialect;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came from a provider and has something to say before it counts.
 *
 * @param isSingle whether the provider that was asked is an organization's own; what there is at
 *     this key by now says nothing about who vouched
 * @param invitation the secret of the one they follow, if any
 */
record Arrival(String provider, boolean isSingle, Identity identity, @Nullable String invitation)
        implements Serializable {
    private static final long serialVersionUID = 2;

    static Arrival from(IdentityProvider asked, Identity identity, @Nullable String invitation) {
        return new Arrival(asked.key(), asked.dialect() == Dialect.DOMAIN, identity, invitation);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Arrival from " + provider;
    }
}
