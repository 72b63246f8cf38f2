package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Sessions;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Caller.Guest;
import io.taros.platform.security.CallerResolver;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Surface;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Staff, in the staff area and nowhere else: there they speak for the installation, and have no
 * organization whatever they are a member of. On every other page they are whoever they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaffCallers implements CallerResolver {
    private static final String AREA = "/staff";

    private final Sessions sessions;
    private final StaffMembers staff;

    StaffCallers(Sessions sessions, StaffMembers staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        return isTheArea(request)
                ? sessions.account(request).flatMap(staff::find).map(StaffCallers::caller)
                : Optional.empty();
    }

    private static boolean isTheArea(HttpServletRequest request) {
        var path = request.getRequestURI();
        return Surface.of(request) == Surface.PAGES
                && (path.equals(AREA) || path.startsWith(AREA + "/"));
    }

    private static Caller caller(StaffMember member) {
        return Caller.member(
                        OrganizationId.INSTALLATION,
                        member.accountId().value(),
                        member.role().permissions())
                .asGuest(Guest.STAFF);
    }

    /** Who is asking in the staff area. */
    static Account.Id account(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
