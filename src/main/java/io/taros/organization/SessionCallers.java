package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Sessions;
import io.taros.platform.security.Caller;
import io.taros.platform.security.CallerResolver;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Surface;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Somebody signed in. The role is read anew for each request. Pages only: a cookie opens nothing
 * that is protected by a token in a header.
 */
@Component
class SessionCallers implements CallerResolver {
    private final Sessions sessions;
    private final CurrentOrganization current;

    SessionCallers(Sessions sessions, CurrentOrganization current) {
        this.sessions = sessions;
        this.current = current;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        return Surface.of(request) == Surface.PAGES
                ? sessions.account(request).map(account -> callerFor(request, account))
                : Optional.empty();
    }

    private Caller callerFor(HttpServletRequest request, Account.Id account) {
        return current.of(request, account)
                .orElseGet(() -> Caller.member(null, account.value(), Set.of(Permission.ACCOUNT)));
    }
}
