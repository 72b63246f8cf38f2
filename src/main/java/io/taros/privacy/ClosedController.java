package io.taros.privacy;

import io.taros.account.Closing;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.privacy.web.ClosedPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page that members of a closed organization see, whatever they ask for. */
@Controller
class ClosedController implements Detour {
    private static final String HERE = "/closed";

    private final Organizations organizations;
    private final Standing standing;
    private final CloseOrganization closing;
    private final InstantSource clock;

    ClosedController(
            Organizations organizations,
            Standing standing,
            CloseOrganization closing,
            InstantSource clock) {
        this.organizations = organizations;
        this.standing = standing;
        this.closing = closing;
        this.clock = clock;
    }

    /** One that is suspended as well shows that first. */
    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        var path = request.getRequestURI();
        var isElsewhere =
                path.equals(HERE)
                        || path.startsWith(HERE + "/")
                        || path.startsWith("/organizations");
        return isElsewhere || standing.closing().isEmpty() || standing.isSuspended()
                ? Optional.empty()
                : Optional.of(HERE);
    }

    @GetMapping(HERE)
    @Requires(Permission.ACCOUNT)
    View page(Caller caller) {
        return page(caller, FormErrors.NONE);
    }

    @PostMapping(HERE + "/reopening")
    @Requires(Permission.ORGANIZATION_OWN)
    View reopen() {
        closing.reopen();
        return new Redirect("/home");
    }

    @PostMapping(HERE + "/erasure")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View erase(@RequestParam(defaultValue = "") String name, Caller caller) {
        try {
            closing.eraseNow(name);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(caller, FormErrors.of(refused));
        }
    }

    private View page(Caller caller, FormErrors errors) {
        return standing.closing()
                .<View>map(now -> page(now, caller, errors))
                .orElse(new Redirect("/home"));
    }

    private ClosedPage page(Closing now, Caller caller, FormErrors errors) {
        return new ClosedPage(
                organizations.get().name(),
                now,
                !now.eraseAt().isAfter(clock.instant()),
                caller.may(Permission.ORGANIZATION_OWN),
                errors);
    }
}
