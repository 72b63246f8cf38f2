package io.taros.platform.identity;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;

/**
 * Who somebody is to GitHub. Its profile has the address that people show, proven or not; the one
 * that is proven is in a list of its own.
 */
final class GitHubUsers implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {
    private static final String PROVEN = "taros_email";

    private record Address(String email, boolean primary, boolean verified) {}

    private static final ParameterizedTypeReference<List<Address>> ADDRESSES =
            new ParameterizedTypeReference<>() {};

    private final DefaultOAuth2UserService users;
    private final RestOperations http;

    GitHubUsers(DefaultOAuth2UserService users, RestOperations http) {
        this.users = users;
        this.http = http;
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        var user = users.loadUser(request);
        var attributes = new HashMap<>(user.getAttributes());
        attributes.put(PROVEN, email(request));
        return new DefaultOAuth2User(user.getAuthorities(), attributes, "id");
    }

    static Identity identity(IdentityProvider provider, OAuth2User user) {
        var email = String.valueOf(user.getAttributes().get(PROVEN));
        return new Identity(
                provider.issuer().toString(),
                user.getName(),
                email.isEmpty() ? null : email,
                text(user.getAttributes(), "name"));
    }

    private String email(OAuth2UserRequest request) {
        var profile =
                request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri();
        var token = request.getAccessToken().getTokenValue();
        try {
            var addresses =
                    http.exchange(
                                    RequestEntity.get(URI.create(profile + "/emails"))
                                            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                                            .build(),
                                    ADDRESSES)
                            .getBody();
            return addresses == null
                    ? ""
                    : addresses.stream()
                            .filter(address -> address.primary() && address.verified())
                            .map(Address::email)
                            .findFirst()
                            .orElse("");
        } catch (RestClientException unreadable) {
            throw new OAuth2AuthenticationException("invalid_user_info_response");
        }
    }

    private static String text(Map<String, Object> attributes, String name) {
        @Nullable Object value = attributes.get(name);
        return value == null ? "" : value.toString();
    }
}
