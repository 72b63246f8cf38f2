package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which of their organizations somebody is looking at: the one kept in the session, if they are
 * still in it, or else the first they joined.
 */
@Component
class CurrentOrganization {
    private static final String CHOSEN = "organization";

    private final Members members;

    CurrentOrganization(Members members) {
        this.members = members;
    }

    Optional<Member> of(HttpServletRequest request, Account.Id account) {
        var memberships = Tenancy.callAs(null, account.value(), () -> members.ofAccount(account));
        var chosen = chosen(request);
        return memberships.stream()
                .filter(member -> member.organizationId().equals(chosen))
                .findFirst()
                .or(() -> memberships.stream().findFirst());
    }

    /** Of somebody signed in, who is in it. */
    void choose(HttpServletRequest request, OrganizationId organization) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(CHOSEN, organization.toString());
        }
    }

    private static @Nullable OrganizationId chosen(HttpServletRequest request) {
        var session = request.getSession(false);
        var id = session == null ? null : (String) session.getAttribute(CHOSEN);
        return id == null ? null : OrganizationId.of(id);
    }
}
