package io.taros.platform.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a provider. Only issuer and subject stay the same.
 *
 * @param verifiedEmail the address, if the provider stands for it being theirs
 * @param name what the provider calls them; may be empty
 */
public record Identity(String issuer, String subject, @Nullable String verifiedEmail, String name)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Never who it is. */
    @Override
    public String toString() {
        return "Identity of " + issuer;
    }
}
