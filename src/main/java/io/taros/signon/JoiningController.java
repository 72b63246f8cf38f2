package io.taros.signon;

import io.taros.account.Account;
import io.taros.organization.CurrentOrganization;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Into an organization that lets people with one's address in. */
@Controller
class JoiningController {
    private final DoorsByAddress doors;
    private final CurrentOrganization current;

    JoiningController(DoorsByAddress doors, CurrentOrganization current) {
        this.doors = doors;
        this.current = current;
    }

    @PostMapping("/organizations/{id}/membership")
    @Requires(Permission.ACCOUNT)
    View join(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        var organization = new OrganizationId(id);
        var account = new Account.Id(Objects.requireNonNull(caller.account()));
        return switch (doors.join(account, organization)) {
            case IN -> {
                current.choose(request, organization);
                yield new Redirect("/home");
            }
            case UNWANTED -> throw new NotFound();
            case NO_SEAT -> throw new Conflict("signon.input.no-seat");
        };
    }
}
