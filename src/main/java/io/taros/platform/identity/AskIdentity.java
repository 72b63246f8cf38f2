package io.taros.platform.identity;

import io.taros.platform.identity.AskedIdentity.Proven;
import io.taros.platform.identity.AskedIdentity.Reason;
import io.taros.platform.identity.AskedIdentity.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * Sends a person to a provider and takes what they come back with: the authorization code flow,
 * with a proof key (PKCE) for every provider. What was asked (state, nonce, key) is in the person's
 * session, so that nobody else's answer fits, and serves once.
 */
@Component
public class AskIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(AskIdentity.class);
    private static final String KEPT = "taros.";
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,60}");

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final ProviderDescriptions descriptions;
    private final Proofs proofs;

    AskIdentity(ProviderDescriptions descriptions, Proofs proofs) {
        this.descriptions = descriptions;
        this.proofs = proofs;
    }

    /**
     * Where the person goes; the only addresses are those of the provider.
     *
     * @param keep comes back with the answer
     */
    public URI begin(
            HttpServletRequest request,
            HttpServletResponse response,
            IdentityProvider provider,
            Map<String, String> keep)
            throws ProviderSilent {
        var registration = descriptions.of(provider);
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(_ -> registration, "/no-path");
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce()
                        .andThen(builder ->
                                builder.attributes(all ->
                                        keep.forEach(
                                                (name, value) -> all.put(KEPT + name, value)))));
        var asking = resolver.resolve(request, registration.getRegistrationId());
        if (asking == null) {
            throw new ProviderSilent(ProviderSilent.Why.UNREADABLE);
        }
        asked.saveAuthorizationRequest(asking, request, response);
        return URI.create(asking.getAuthorizationRequestUri());
    }

    public AskedIdentity finish(
            HttpServletRequest request, HttpServletResponse response, IdentityProvider provider) {
        var asking = asked.removeAuthorizationRequest(request, response);
        if (asking == null
                || !provider.key().equals(asking.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))
                || isAnothers(request, provider)) {
            return new Refused(Reason.NOT_ASKED, "", Map.of());
        }
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        if (code == null || request.getParameter(OAuth2ParameterNames.ERROR) != null) {
            return new Refused(
                    Reason.DENIED,
                    word(request.getParameter(OAuth2ParameterNames.ERROR)),
                    kept(asking));
        }
        var answer =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(String.valueOf(asking.getRedirectUri()))
                        .state(request.getParameter(OAuth2ParameterNames.STATE))
                        .build();
        try {
            var registration = descriptions.of(provider);
            if (isNamelessAgainstItsWord(request, registration)) {
                return notProven(provider, "no_issuer", asking);
            }
            var identity =
                    proofs.of(
                            provider,
                            registration,
                            new OAuth2AuthorizationExchange(asking, answer));
            return new Proven(identity, kept(asking));
        } catch (OAuth2AuthenticationException refused) {
            return notProven(provider, refused.getError().getErrorCode(), asking);
        } catch (OAuth2AuthorizationException refused) {
            return notProven(provider, refused.getError().getErrorCode(), asking);
        } catch (ProviderSilent silent) {
            return notProven(provider, "silent", asking);
        }
    }

    /**
     * Whether a provider can be asked at all, without sending anybody there.
     *
     * @throws ProviderSilent with a word that says why not
     */
    public void check(IdentityProvider provider) throws ProviderSilent {
        descriptions.of(provider);
    }

    /** The code alone: descriptions may hold what the provider was sent. */
    private static Refused notProven(
            IdentityProvider provider, String code, OAuth2AuthorizationRequest asking) {
        LOG.warn("What {} says about somebody does not hold: {}", provider.key(), word(code));
        return new Refused(Reason.NOT_PROVEN, word(code), kept(asking));
    }

    /** Whatever stands in its place comes from outside. */
    private static String word(@Nullable String code) {
        return code != null && WORD.matcher(code).matches() ? code : "error";
    }

    /** A provider that says it always names itself, and this answer does not. */
    private static boolean isNamelessAgainstItsWord(
            HttpServletRequest request, ClientRegistration registration) {
        return request.getParameter("iss") == null
                && Boolean.TRUE.equals(
                        registration
                                .getProviderDetails()
                                .getConfigurationMetadata()
                                .get("authorization_response_iss_parameter_supported"));
    }

    /** RFC 9207: providers that say who they are mean it. */
    private static boolean isAnothers(HttpServletRequest request, IdentityProvider provider) {
        var issuer = request.getParameter("iss");
        return issuer != null
                && provider.dialect().hasOneIssuer()
                && !issuer.equals(provider.issuer().toString());
    }

    private static Map<String, String> kept(OAuth2AuthorizationRequest asking) {
        var kept = new HashMap<String, String>();
        asking.getAttributes()
                .forEach((name, value) -> {
                    if (name.startsWith(KEPT)) {
                        kept.put(name.substring(KEPT.length()), String.valueOf(value));
                    }
                });
        return kept;
    }
}
