package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.AccountSettings;
import io.taros.organization.web.OrganizationsPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One account, many organizations: which to work in, and a new one. */
@Controller
@RequestMapping("/organizations")
class OrganizationsController {
    private final Members members;
    private final Organizations organizations;
    private final OpenOrganization openOrganization;
    private final CurrentOrganization current;
    private final AccountSettings settings;
    private final OpenDoors doors;

    OrganizationsController(
            Members members,
            Organizations organizations,
            OpenOrganization openOrganization,
            CurrentOrganization current,
            AccountSettings settings,
            OpenDoors doors) {
        this.doors = doors;
        this.members = members;
        this.organizations = organizations;
        this.openOrganization = openOrganization;
        this.current = current;
        this.settings = settings;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    OrganizationsPage page(Caller caller) {
        return page(caller, "", FormErrors.NONE);
    }

    /** The caller's pages are about this one from now on, in this browser. */
    @PostMapping("/{id}/choice")
    @Requires(Permission.ACCOUNT)
    View choose(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        var chosen =
                memberships(caller).stream()
                        .map(Member::organizationId)
                        .filter(organization -> organization.value().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        current.choose(request, chosen);
        return new Redirect("/home");
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    View open(
            @RequestParam(defaultValue = "") String organization,
            Caller caller,
            Locale locale,
            HttpServletRequest request) {
        if (!mayOpen(caller)) {
            return page(
                    caller,
                    organization,
                    FormErrors.NONE.text("organization", "organization.input.may-not-open"));
        }
        try {
            var wanted = NewOrganization.named(organization, locale.getLanguage());
            current.choose(request, openOrganization.open(wanted, account(caller)));
            return new Redirect("/home");
        } catch (BadInput refused) {
            return page(caller, organization, FormErrors.of(refused));
        }
    }

    /** A guest goes home. */
    @PostMapping("/return")
    @Requires(Permission.ACCOUNT)
    View leave(HttpServletRequest request) {
        current.leave(request);
        return new Redirect("/home");
    }

    private OrganizationsPage page(Caller caller, String name, FormErrors errors) {
        return new OrganizationsPage(
                memberships(caller).stream()
                        .map(member -> place(member, caller.organization()))
                        .toList(),
                doors.of(account(caller)).stream()
                        .map(door ->
                                new OrganizationsPage.Door(
                                        door.organization().value(), door.name()))
                        .toList(),
                mayOpen(caller),
                name,
                errors);
    }

    private OrganizationsPage.Place place(Member member, @Nullable OrganizationId here) {
        var name = Tenancy.callAs(member.organizationId(), () -> organizations.get().name());
        return new OrganizationsPage.Place(
                member.organizationId().value(),
                name,
                Places.option(member.role()),
                member.organizationId().equals(here));
    }

    /**
     * Where anybody may register, anybody may open one. Elsewhere whoever owns one may own another;
     * whoever was let into somebody else's may not.
     */
    private boolean mayOpen(Caller caller) {
        return settings.isOpen()
                || memberships(caller).stream().anyMatch(member -> member.role().isOwner());
    }

    private List<Member> memberships(Caller caller) {
        var account = account(caller);
        return Tenancy.callAs(null, account.value(), () -> members.ofAccount(account));
    }

    private static Account.Id account(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
