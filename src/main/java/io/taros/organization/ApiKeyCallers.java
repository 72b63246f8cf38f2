package io.taros.organization;

import io.taros.platform.security.Caller;
import io.taros.platform.security.CallerResolver;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Surface;
import io.taros.platform.security.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** {@code Authorization: Bearer taros_…} on the REST surface. */
@Component
class ApiKeyCallers implements CallerResolver {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    ApiKeyCallers(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (Surface.of(request) != Surface.API
                || header == null
                || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return OrganizationToken.parse(
                        OrganizationToken.Kind.API_KEY, header.substring(BEARER.length()).strip())
                .flatMap(this::callerFor);
    }

    private Optional<Caller> callerFor(OrganizationToken token) {
        return Tenancy.callAs(token.organization(), () -> keys.use(token))
                .map(key ->
                        Caller.apiKey(
                                token.organization(),
                                key.id().value(),
                                key.scopes().stream()
                                        .map(Permission::ofScope)
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.toUnmodifiableSet())));
    }
}
