package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which organization somebody is looking at: the one kept in the session, if they are still in it
 * or its guest, or else the first they joined.
 */
@Component
public class CurrentOrganization {
    private static final String CHOSEN = "organization";
    private static final String HOME = "organization.home";
    private static final String VISITED = "organization.visited";

    private final Members members;
    private final List<Guests> guests;

    CurrentOrganization(Members members, List<Guests> guests) {
        this.members = members;
        this.guests = List.copyOf(guests);
    }

    /** Empty for somebody who is a member nowhere and nobody's guest here. */
    Optional<Caller> of(HttpServletRequest request, Account.Id account) {
        var memberships = Tenancy.callAs(null, account.value(), () -> members.ofAccount(account));
        var chosen = chosen(request);
        return member(memberships, chosen)
                .or(() -> guest(request, account))
                .or(() -> chosen == null ? Optional.empty() : goHome(request, memberships))
                .or(() -> memberships.stream().findFirst().map(Member::caller));
    }

    private static Optional<Caller> member(
            List<Member> memberships, @Nullable OrganizationId organization) {
        return memberships.stream()
                .filter(member -> member.organizationId().equals(organization))
                .findFirst()
                .map(Member::caller);
    }

    /** Of an organization that was entered as a guest: that is what its audit log says. */
    private Optional<Caller> guest(HttpServletRequest request, Account.Id account) {
        var chosen = kept(request, VISITED);
        return chosen == null || !chosen.equals(chosen(request))
                ? Optional.empty()
                : guests.stream()
                        .flatMap(some -> some.find(account, chosen).stream())
                        .findFirst()
                        .map(Guests.Guest::caller);
    }

    /** The choice is forgotten: nobody is back in by themselves once they may be again. */
    private Optional<Caller> goHome(HttpServletRequest request, List<Member> memberships) {
        leave(request);
        return member(memberships, chosen(request));
    }

    /** A guest goes back to where they are a member. */
    void leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(CHOSEN, session.getAttribute(HOME));
            session.removeAttribute(HOME);
        }
    }

    /**
     * Of somebody signed in, who is in it or may be its guest; whether they still may is asked on
     * every request.
     */
    public void choose(HttpServletRequest request, OrganizationId organization) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(CHOSEN, organization.toString());
            session.removeAttribute(VISITED);
        }
    }

    /**
     * As a guest, who has been written down as one.
     *
     * @param home where they go back to; absent where it does not matter
     */
    public void visit(
            HttpServletRequest request,
            OrganizationId organization,
            @Nullable OrganizationId home) {
        choose(request, organization);
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(VISITED, organization.toString());
            session.setAttribute(HOME, home == null ? null : home.toString());
        }
    }

    private static @Nullable OrganizationId chosen(HttpServletRequest request) {
        return kept(request, CHOSEN);
    }

    private static @Nullable OrganizationId kept(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        var id = session == null ? null : (String) session.getAttribute(name);
        return id == null ? null : OrganizationId.of(id);
    }
}
