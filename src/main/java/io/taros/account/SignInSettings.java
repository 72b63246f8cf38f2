package io.taros.account;

import io.taros.platform.StartRefused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** By whom else people can sign in. */
@ConfigurationProperties("taros.sign-in")
record SignInSettings(
        @DefaultValue Google google,
        @DefaultValue Microsoft microsoft,
        @DefaultValue Github github) {

    /**
     * @param clientId of the OAuth client registered with Google; nobody signs in by it while this
     *     is not set
     * @param clientSecret of that client
     * @param issuer another that speaks OpenID Connect in its place
     */
    record Google(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("https://accounts.google.com") URI issuer) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Google";
        }
    }

    /**
     * @param clientId of the app registered with Microsoft Entra; nobody signs in by it while this
     *     is not set
     * @param clientSecret of that app
     * @param issuer a tenant's own instead of all of them, such as {@code
     *     https://login.microsoftonline.com/TENANT/v2.0}
     */
    record Microsoft(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("https://login.microsoftonline.com/common/v2.0") URI issuer) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Microsoft";
        }
    }

    /**
     * @param clientId of the OAuth app registered with GitHub; nobody signs in by it while this is
     *     not set
     * @param clientSecret of that app
     * @param url another for GitHub Enterprise
     * @param api the same server's, such as {@code https://github.acme.example/api/v3}
     */
    record Github(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("https://github.com") URI url,
            @DefaultValue("https://api.github.com") URI api) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Github";
        }
    }

    SignInSettings {
        both("google", google.clientId(), google.clientSecret());
        both("microsoft", microsoft.clientId(), microsoft.clientSecret());
        both("github", github.clientId(), github.clientSecret());
    }

    private static void both(String provider, @Nullable String id, @Nullable String secret) {
        if ((id == null) != (secret == null)) {
            throw new StartRefused(
                    "taros.sign-in.%1$s.client-id and taros.sign-in.%1$s.client-secret come together: set both or neither."
                            .formatted(provider));
        }
    }
}
