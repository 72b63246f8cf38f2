package io.taros.platform.identity;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/**
 * When an ID token holds: signed by a key its issuer publishes (never by a secret, never by
 * nothing), for us, from that issuer, now.
 */
final class IdTokens {
    private static final List<SignatureAlgorithm> SIGNED =
            List.of(
                    SignatureAlgorithm.RS256,
                    SignatureAlgorithm.RS384,
                    SignatureAlgorithm.RS512,
                    SignatureAlgorithm.PS256,
                    SignatureAlgorithm.PS384,
                    SignatureAlgorithm.PS512,
                    SignatureAlgorithm.ES256,
                    SignatureAlgorithm.ES384,
                    SignatureAlgorithm.ES512);

    private IdTokens() {}

    static JwtDecoder decoder(
            ClientRegistration registration, RestOperations http, InstantSource clock) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                        .jwsAlgorithms(all -> all.addAll(SIGNED))
                        .restOperations(http)
                        .build();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(validator(registration, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(
            ClientRegistration registration, InstantSource clock) {
        var now = clock.withZone(ZoneOffset.UTC);
        var times = new JwtTimestampValidator();
        times.setClock(now);
        var claims = new OidcIdTokenValidator(registration);
        claims.setClock(now);
        return registration.getProviderDetails().getIssuerUri() == null
                ? new DelegatingOAuth2TokenValidator<>(
                        times, claims, MicrosoftTokens.validator(registration))
                : new DelegatingOAuth2TokenValidator<>(times, claims);
    }
}
