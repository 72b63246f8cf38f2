package io.taros.staff;

import io.taros.organization.CurrentOrganization;
import io.taros.organization.Directory;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.staff.web.AccessRow.State;
import io.taros.staff.web.OrganizationFactsPage;
import io.taros.staff.web.OrganizationListPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff area: organizations from outside, and the way in. */
@Controller
@RequestMapping("/staff")
class OrganizationListController {
    private static final int SHOWN = 50;
    private static final int ACCESSES = 20;
    private static final int MOST_SEATS = 100_000;

    private final Directory directory;
    private final Accesses accesses;
    private final AccessRows rows;
    private final StaffAtWork work;
    private final CurrentOrganization current;

    OrganizationListController(
            Directory directory,
            Accesses accesses,
            AccessRows rows,
            StaffAtWork work,
            CurrentOrganization current) {
        this.directory = directory;
        this.accesses = accesses;
        this.rows = rows;
        this.work = work;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.STAFF_ORGANIZATION_READ)
    View first() {
        return new Redirect("/staff/organizations");
    }

    @GetMapping("/organizations")
    @Requires(Permission.STAFF_ORGANIZATION_READ)
    OrganizationListPage list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID before) {
        var found = directory.list(words, before, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        return new OrganizationListPage(
                shown.stream().map(OrganizationListController::row).toList(),
                words,
                found.size() > SHOWN ? shown.getLast().organizationId().value() : null);
    }

    @GetMapping("/organizations/{id}")
    @Requires(Permission.STAFF_ORGANIZATION_READ)
    OrganizationFactsPage facts(@PathVariable UUID id, Caller caller) {
        return facts(caller, id, null, "", FormErrors.NONE);
    }

    @PostMapping("/organizations/{id}/seats")
    @Requires(Permission.STAFF_ORGANIZATION_MANAGE)
    @StepUp
    View seats(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String seats, Caller caller) {
        try {
            work.setSeats(StaffCallers.account(caller), new OrganizationId(id), number(seats));
            return new Redirect(address(id));
        } catch (BadInput refused) {
            return facts(caller, id, seats, "", FormErrors.of(refused));
        }
    }

    @PostMapping("/organizations/{id}/requests")
    @Requires(Permission.STAFF_ACCESS)
    View ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Caller caller) {
        try {
            work.ask(StaffCallers.account(caller), new OrganizationId(id), reason);
            return new Redirect(address(id));
        } catch (BadInput refused) {
            return facts(caller, id, null, reason, FormErrors.of(refused));
        }
    }

    /** From here on the pages are those of the organization, until one leaves it. */
    @PostMapping("/organizations/{id}/visits")
    @Requires(Permission.STAFF_ACCESS)
    @StepUp
    View enter(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        var organization = new OrganizationId(id);
        work.enter(StaffCallers.account(caller), organization);
        current.visit(request, organization, null);
        return new Redirect("/home");
    }

    private OrganizationFactsPage facts(
            Caller caller, UUID id, @Nullable String seats, String reason, FormErrors errors) {
        var organization = new OrganizationId(id);
        var entry = directory.find(organization).orElseThrow(NotFound::new);
        var reader = StaffCallers.account(caller);
        var list = Tenancy.callAs(organization, () -> rows.of(accesses.list(ACCESSES), reader));
        return new OrganizationFactsPage(
                row(entry),
                list,
                list.stream()
                        .anyMatch(row ->
                                row.state() == State.OPEN && (row.isOwn() || !row.isEmergency())),
                list.stream().anyMatch(row -> row.state() == State.WAITING && row.isOwn()),
                seats != null ? seats : entry.seats() == null ? "" : entry.seats().toString(),
                reason,
                errors);
    }

    private static OrganizationListPage.Row row(Directory.Entry entry) {
        return new OrganizationListPage.Row(
                entry.organizationId().value(),
                entry.name(),
                entry.members(),
                entry.seats(),
                entry.createdAt());
    }

    private static @Nullable Integer number(String seats) {
        if (seats.isBlank()) {
            return null;
        }
        try {
            var number = Integer.parseInt(seats.strip());
            if (number >= 1 && number <= MOST_SEATS) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is too small.
        }
        throw new BadInput("seats", "staff.input.seats", MOST_SEATS);
    }

    private static String address(UUID id) {
        return "/staff/organizations/" + id;
    }
}
