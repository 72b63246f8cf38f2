package io.taros.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody proved who they are when they signed in.
 *
 * @param provider who vouched for them; absent where nobody did
 */
public record Way(Means means, @Nullable String provider) {
    /** Kept in audit logs under their names. */
    public enum Means {
        PASSWORD,
        /** A link of a mail that made or reached the account, with a password chosen there. */
        LINK,
        /** Which is two proofs in one. */
        PASSKEY,
        /** One that the operator set up for everybody. */
        PROVIDER,
        /** One of an organization's own. */
        SINGLE_SIGN_ON
    }

    public static final Way PASSWORD = new Way(Means.PASSWORD, null);
    public static final Way LINK = new Way(Means.LINK, null);
    public static final Way PASSKEY = new Way(Means.PASSKEY, null);

    static Way by(String provider, boolean isAnOrganizations) {
        return new Way(isAnOrganizations ? Means.SINGLE_SIGN_ON : Means.PROVIDER, provider);
    }

    /** Whether the provider of this key vouched, and it is an organization's. */
    public boolean isBy(String key) {
        return means == Means.SINGLE_SIGN_ON && key.equals(provider);
    }

    /** As a session keeps it. */
    String text() {
        return provider == null ? means.name() : means.name() + " " + provider;
    }

    static Optional<Way> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var parts = text.split(" ", 2);
        return Optional.of(new Way(Means.valueOf(parts[0]), parts.length == 2 ? parts[1] : null));
    }
}
