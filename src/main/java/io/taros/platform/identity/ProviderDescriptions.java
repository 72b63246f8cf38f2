package io.taros.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.platform.TarosSettings;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.GuardedRequests;
import io.taros.platform.identity.IdentityProvider.Dialect;
import io.taros.platform.identity.ProviderSilent.Why;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Where a provider wants to be asked what. Read from its own description (OpenID Connect Discovery)
 * when somebody first wants to sign in by it, so that a provider that is away stops no start.
 */
@Component
class ProviderDescriptions {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int MOST = 1_000;
    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private final Cache<IdentityProvider, ClientRegistration> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    private final RestClient http;
    private final TarosSettings installation;

    ProviderDescriptions(GuardedRequests requests, TarosSettings installation) {
        this.http = RestClient.builder().requestFactory(requests.factory(Purpose.SIGN_IN)).build();
        this.installation = installation;
    }

    ClientRegistration of(IdentityProvider provider) throws ProviderSilent {
        var before = known.getIfPresent(provider);
        if (before != null) {
            return before;
        }
        var fresh = read(provider);
        known.put(provider, fresh);
        return fresh;
    }

    private ClientRegistration read(IdentityProvider provider) throws ProviderSilent {
        var builder =
                switch (provider.dialect()) {
                    case OPENID, DOMAIN, MICROSOFT -> described(provider);
                    case GITHUB -> gitHub(provider);
                };
        return builder.registrationId(provider.key())
                .clientId(provider.client().id())
                .clientSecret(provider.client().secret())
                .clientName(provider.key())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(installation.link(provider.answerPath()))
                .build();
    }

    private ClientRegistration.Builder described(IdentityProvider provider) throws ProviderSilent {
        var description = description(provider.issuer());
        if (!(description.get("issuer") instanceof String)) {
            throw new ProviderSilent(Why.UNREADABLE);
        }
        if (provider.dialect().hasOneIssuer()
                && !provider.issuer().toString().equals(description.get("issuer"))) {
            throw new ProviderSilent(Why.OTHER_ISSUER);
        }
        for (var name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            check(description.get(name));
        }
        try {
            var builder =
                    ClientRegistrations.fromOidcConfiguration(description)
                            .scope("openid", "email", "profile");
            // Each of its tenants is an issuer; they are told apart where the token is read.
            return provider.dialect() == Dialect.MICROSOFT ? builder.issuerUri(null) : builder;
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            throw new ProviderSilent(Why.UNREADABLE);
        }
    }

    private Map<String, Object> description(URI issuer) throws ProviderSilent {
        var base = issuer.toString();
        var end = base.endsWith("/") ? base.length() - 1 : base.length();
        try {
            var read =
                    http.get()
                            .uri(
                                    URI.create(
                                            base.substring(0, end)
                                                    + "/.well-known/openid-configuration"))
                            .retrieve()
                            .body(JSON);
            if (read == null) {
                throw new ProviderSilent(Why.UNREADABLE);
            }
            return read;
        } catch (ResourceAccessException | IllegalArgumentException unreachable) {
            throw new ProviderSilent(Why.UNREACHABLE);
        } catch (RestClientException unreadable) {
            throw new ProviderSilent(Why.UNREADABLE);
        }
    }

    /** An installation that people reach safely does not send them, or secrets, in the clear. */
    private void check(@Nullable Object address) throws ProviderSilent {
        var text = String.valueOf(address);
        var isFit = text.startsWith(installation.isSecure() ? "https://" : "http");
        if (!isFit) {
            throw new ProviderSilent(Why.IN_THE_CLEAR);
        }
    }

    private static ClientRegistration.Builder gitHub(IdentityProvider provider) {
        return ClientRegistration.withRegistrationId(provider.key())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationUri(provider.issuer() + "/login/oauth/authorize")
                .tokenUri(provider.issuer() + "/login/oauth/access_token")
                .userInfoUri(provider.api() + "/user")
                .userNameAttributeName("id")
                .scope("read:user", "user:email");
    }
}
