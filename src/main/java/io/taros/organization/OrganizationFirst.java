package io.taros.organization;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever is a member nowhere opens an organization of their own, or waits for an invitation. */
@Component
class OrganizationFirst implements Detour {
    private static final String ORGANIZATIONS = "/organizations";

    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        return caller.organization() == null && !request.getRequestURI().startsWith(ORGANIZATIONS)
                ? Optional.of(ORGANIZATIONS)
                : Optional.empty();
    }
}
