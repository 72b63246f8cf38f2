package io.taros.staff;

import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.staff.web.RequestsPage;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Staff area: emergencies, decided by somebody else. */
@Controller
@RequestMapping("/staff/requests")
class RequestsController {
    private final WaitingRequests waiting;
    private final AccessRows rows;
    private final StaffAtWork work;

    RequestsController(WaitingRequests waiting, AccessRows rows, StaffAtWork work) {
        this.waiting = waiting;
        this.rows = rows;
        this.work = work;
    }

    @GetMapping
    @Requires(Permission.STAFF_APPROVE)
    RequestsPage page(Caller caller) {
        return new RequestsPage(
                rows.withOrganizations(waiting.list(), StaffCallers.account(caller)));
    }

    @PostMapping("/{organization}/{id}/approval")
    @Requires(Permission.STAFF_APPROVE)
    @StepUp
    View approve(@PathVariable UUID organization, @PathVariable UUID id, Caller caller) {
        work.approve(
                StaffCallers.account(caller),
                new OrganizationId(organization),
                new StaffAccess.Id(id));
        return new Redirect("/staff/requests");
    }

    @PostMapping("/{organization}/{id}/refusal")
    @Requires(Permission.STAFF_APPROVE)
    View refuse(@PathVariable UUID organization, @PathVariable UUID id, Caller caller) {
        work.refuse(
                StaffCallers.account(caller),
                new OrganizationId(organization),
                new StaffAccess.Id(id));
        return new Redirect("/staff/requests");
    }
}
