package io.taros.organization;

import io.taros.account.Account;
import io.taros.organization.web.OrganizationPage;
import io.taros.organization.web.SettingsTab;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings: the organization itself, and the way out of it. */
@Controller
class OrganizationController {
    private final Organizations organizations;
    private final Team team;
    private final SecondFactorRule secondFactor;
    private final Optional<Keepers> keepers;

    OrganizationController(
            Organizations organizations,
            Team team,
            SecondFactorRule secondFactor,
            Optional<Keepers> keepers) {
        this.keepers = keepers;
        this.organizations = organizations;
        this.team = team;
        this.secondFactor = secondFactor;
    }

    /** The first page of the settings that the caller may see. */
    @GetMapping("/settings")
    @Requires(Permission.ACCOUNT)
    View settings(Caller caller) {
        for (var tab : SettingsTab.values()) {
            if (caller.may(tab.permission())) {
                return new Redirect(tab.address());
            }
        }
        return new Redirect("/organizations");
    }

    @GetMapping("/settings/organization")
    @Requires(Permission.ORGANIZATION_MANAGE)
    OrganizationPage page() {
        var organization = organizations.get();
        return page(
                organization.name(),
                organization.language(),
                organization.timeZone().getId(),
                FormErrors.NONE);
    }

    @PostMapping("/settings/organization")
    @Requires(Permission.ORGANIZATION_MANAGE)
    View change(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String timeZone) {
        try {
            organizations.change(new NewOrganization(name, language, zone(timeZone)));
            return new Redirect("/settings/organization");
        } catch (BadInput refused) {
            return page(name, language, timeZone, FormErrors.of(refused));
        }
    }

    /** Whoever has none is led to it with the next page; so is whoever decides this. */
    @PostMapping("/settings/organization/second-factor")
    @Requires(Permission.ORGANIZATION_MANAGE)
    @StepUp
    View secondFactor(@RequestParam(defaultValue = "") String required) {
        secondFactor.set(required.equals("true"));
        return new Redirect("/settings/organization");
    }

    /** Whoever leaves goes on with the next of their organizations. */
    @PostMapping("/organizations/departure")
    @Requires(Permission.ACCOUNT)
    View leave(Caller caller) {
        if (caller.organization() != null) {
            team.leave(new Account.Id(Objects.requireNonNull(caller.account())));
        }
        return new Redirect("/home");
    }

    private OrganizationPage page(
            String name, String language, String timeZone, FormErrors errors) {
        return new OrganizationPage(
                name,
                language,
                timeZone,
                secondFactor.isOn(),
                keepers.flatMap(Keepers::find).orElse(null),
                errors);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            throw new BadInput("timeZone", "organization.input.time-zone");
        }
    }
}
