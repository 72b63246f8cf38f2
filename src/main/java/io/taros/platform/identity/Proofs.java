package io.taros.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.GuardedRequests;
import io.taros.platform.identity.IdentityProvider.Dialect;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Changes a code into an identity. The tokens it takes on the way are forgotten at once. */
@Component
class Proofs {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final String MICROSOFT = "login.microsoftonline.com";
    private static final int MOST = 1_000;
    private static final Set<String> TRUE = Set.of("true", "1");

    private final Cache<ClientRegistration, JwtDecoder> decoders =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    private final RestTemplate http;
    private final InstantSource clock;
    private final OidcAuthorizationCodeAuthenticationProvider openId;
    private final OAuth2LoginAuthenticationProvider gitHub;

    Proofs(GuardedRequests requests, InstantSource clock) {
        this.clock = clock;
        http = new RestTemplate(requests.factory(Purpose.SIGN_IN));
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(requests.factory(Purpose.SIGN_IN))
                        .configureMessageConverters(converters ->
                                converters
                                        .disableDefaults()
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        var users = new DefaultOAuth2UserService();
        users.setRestOperations(http);
        var openIdUsers = new OidcUserService();
        openIdUsers.setOauth2UserService(users);
        openIdUsers.setRetrieveUserInfo(Proofs::isMoreNeeded);
        openId = new OidcAuthorizationCodeAuthenticationProvider(tokens, openIdUsers);
        openId.setJwtDecoderFactory(registration -> decoders.get(registration, this::decoder));
        gitHub = new OAuth2LoginAuthenticationProvider(tokens, new GitHubUsers(users, http));
    }

    Identity of(
            IdentityProvider provider,
            ClientRegistration registration,
            OAuth2AuthorizationExchange exchange) {
        var asking = new OAuth2LoginAuthenticationToken(registration, exchange);
        return provider.dialect() == Dialect.GITHUB
                ? GitHubUsers.identity(provider, user(gitHub.authenticate(asking)))
                : identity(provider, (OidcUser) user(openId.authenticate(asking)));
    }

    private static OAuth2User user(@Nullable Authentication proven) {
        if (!(proven instanceof OAuth2LoginAuthenticationToken token)
                || token.getPrincipal() == null) {
            throw new OAuth2AuthenticationException("no_id_token");
        }
        return token.getPrincipal();
    }

    /** Microsoft's has no more to tell and lives at another service. */
    private static boolean isMoreNeeded(OidcUserRequest request) {
        var registration = request.getClientRegistration();
        return registration.getProviderDetails().getIssuerUri() != null
                && registration.getProviderDetails().getUserInfoEndpoint().getUri() != null
                && request.getIdToken().getClaimAsString("email") == null;
    }

    private static Identity identity(IdentityProvider provider, OidcUser user) {
        var email = user.getEmail();
        var isVerified =
                switch (provider.dialect()) {
                    case MICROSOFT -> MicrosoftTokens.isEmailTheirs(user);
                    case DOMAIN -> !isEmailDoubted(provider.issuer(), user);
                    case OPENID, GITHUB -> Boolean.TRUE.equals(user.getEmailVerified());
                };
        var name = user.getFullName();
        return new Identity(
                String.valueOf(user.getIssuer()),
                String.valueOf(user.getSubject()),
                isVerified && email != null ? email : null,
                name == null ? "" : name);
    }

    /**
     * Where people may type an address themselves, the provider says that it is not confirmed; so
     * does Microsoft of an address outside its tenant's domains, such as a guest's; where it was
     * not told to say so, its silence means nothing.
     */
    static boolean isEmailDoubted(URI issuer, ClaimAccessor user) {
        if (MICROSOFT.equals(issuer.getHost()) && !MicrosoftTokens.isEmailTheirs(user)) {
            return true;
        }
        return Stream.of("email_verified", "xms_edov")
                .map(claim -> user.getClaims().get(claim))
                .anyMatch(said -> said != null && !TRUE.contains(said.toString()));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        return IdTokens.decoder(registration, http, clock);
    }
}
