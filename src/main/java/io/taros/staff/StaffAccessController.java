package io.taros.staff;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.staff.web.StaffAccessPage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings, access for staff: of the owners. */
@Controller
@RequestMapping("/settings/staff-access")
class StaffAccessController {
    private static final String HERE = "/settings/staff-access";
    private static final List<Integer> HOURS = List.of(1, 24, 168);
    private static final int SHOWN = 50;

    private final Accesses accesses;
    private final AccessRows rows;

    StaffAccessController(Accesses accesses, AccessRows rows) {
        this.accesses = accesses;
        this.rows = rows;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_OWN)
    StaffAccessPage page() {
        return page(FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View grant(@RequestParam(defaultValue = "") String hours, Caller caller) {
        for (var offered : HOURS) {
            if (offered.toString().equals(hours)) {
                accesses.grant(StaffCallers.account(caller), Duration.ofHours(offered));
                return new Redirect(HERE);
            }
        }
        return page(FormErrors.NONE.text("hours", "staff.input.hours"));
    }

    @PostMapping("/{id}/end")
    @Requires(Permission.ORGANIZATION_OWN)
    View takeBack(@PathVariable UUID id) {
        var access = new StaffAccess.Id(id);
        if (accesses.find(access).isEmpty()) {
            throw new NotFound();
        }
        accesses.takeBack(access);
        return new Redirect(HERE);
    }

    private StaffAccessPage page(FormErrors errors) {
        return new StaffAccessPage(rows.of(accesses.list(SHOWN), null), HOURS, errors);
    }
}
