package io.taros.platform.identity;

import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Where Microsoft differs. Each tenant issues its own tokens, and their {@code email} is whatever
 * the tenant's administrator entered: taken at its word, anybody with a tenant could be anybody.
 */
final class MicrosoftTokens {
    /** Of personal accounts, whose address Microsoft checks itself. */
    private static final String CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private static final Set<String> TRUE = Set.of("true", "1");
    private static final OAuth2Error FOREIGN = new OAuth2Error("invalid_id_token");

    private MicrosoftTokens() {}

    /** The issuer is the one that was described, with the token's own tenant in it. */
    static OAuth2TokenValidator<Jwt> validator(ClientRegistration registration) {
        var described =
                String.valueOf(
                        registration.getProviderDetails().getConfigurationMetadata().get("issuer"));
        return token -> {
            var tenant = token.getClaimAsString("tid");
            var issuer = token.getClaimAsString("iss");
            return tenant != null
                            && tenant.matches("[0-9a-f-]{36}")
                            && Objects.equals(described.replace("{tenantid}", tenant), issuer)
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(FOREIGN);
        };
    }

    /**
     * Where the app asks for {@code xms_edov}, the tenant has proven that the domain is its own.
     */
    static boolean isEmailTheirs(ClaimAccessor token) {
        return CONSUMERS.equals(token.getClaimAsString("tid"))
                || TRUE.contains(String.valueOf(token.getClaims().get("xms_edov")));
    }
}
