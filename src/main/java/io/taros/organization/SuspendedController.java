package io.taros.organization;

import io.taros.organization.web.SuspendedPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page that members of a suspended organization see, whatever they ask for. */
@Controller
class SuspendedController implements Detour {
    private static final String HERE = "/suspended";

    private final Standing standing;
    private final Organizations organizations;
    private final Optional<Keepers> keepers;

    SuspendedController(Standing standing, Organizations organizations, Optional<Keepers> keepers) {
        this.standing = standing;
        this.organizations = organizations;
        this.keepers = keepers;
    }

    /** Other organizations of theirs stay open to them; staff may look in. */
    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        var path = request.getRequestURI();
        var isElsewhere = path.equals(HERE) || path.startsWith("/organizations");
        return isElsewhere || caller.guest() == Caller.Guest.STAFF || !standing.isSuspended()
                ? Optional.empty()
                : Optional.of(HERE);
    }

    @GetMapping(HERE)
    @Requires(Permission.ACCOUNT)
    View page(Caller caller) {
        if (caller.organization() == null || !standing.isSuspended()) {
            return new Redirect("/home");
        }
        return new SuspendedPage(
                organizations.get().name(), keepers.flatMap(Keepers::find).orElse(null));
    }
}
