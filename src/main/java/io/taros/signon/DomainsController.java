package io.taros.signon;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.signon.web.DomainsPage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings, the organization's domains, and who may join by an address of them. */
@Controller
@RequestMapping("/settings/domains")
class DomainsController {
    private static final Redirect HERE = new Redirect("/settings/domains");

    private final Domains domains;
    private final VerifyDomain verify;
    private final RemoveDomain remove;
    private final AutoJoin autoJoin;
    private final SignOnSettings settings;
    private final RateLimits limits;

    DomainsController(
            Domains domains,
            VerifyDomain verify,
            RemoveDomain remove,
            AutoJoin autoJoin,
            SignOnSettings settings,
            RateLimits limits) {
        this.domains = domains;
        this.verify = verify;
        this.remove = remove;
        this.autoJoin = autoJoin;
        this.settings = settings;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    DomainsPage page() {
        return page("", FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    View add(@RequestParam(defaultValue = "") String domain) {
        try {
            domains.add(domain);
            return HERE;
        } catch (BadInput refused) {
            return page(domain, FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/check")
    @Requires(Permission.ORGANIZATION_MANAGE)
    View check(@PathVariable UUID id) {
        var domain = domains.find(new Domain.Id(id)).orElseThrow(NotFound::new);
        limits.take(Limit.DOMAIN_CHECK, Tenancy.organization().toString());
        verify.verify(domain);
        return HERE;
    }

    @PostMapping("/{id}/removal")
    @Requires(Permission.ORGANIZATION_MANAGE)
    @StepUp
    View remove(@PathVariable UUID id, Caller caller) {
        remove.remove(new Domain.Id(id), caller);
        return HERE;
    }

    /** Nobody who has this permission lacks what these roles have. */
    @PostMapping("/joining")
    @Requires(Permission.ORGANIZATION_MANAGE)
    @StepUp
    View join(@RequestParam(defaultValue = "") String role) {
        var chosen = AutoJoin.ROLES.stream().filter(some -> some.name().equals(role)).findFirst();
        if (chosen.isEmpty() && !role.isEmpty()) {
            return page("", FormErrors.NONE.text("role", "organization.input.role"));
        }
        autoJoin.set(chosen);
        return HERE;
    }

    private DomainsPage page(String typed, FormErrors errors) {
        return new DomainsPage(
                domains.list().stream().map(this::row).toList(),
                AutoJoin.ROLES,
                autoJoin.find().orElse(null),
                typed,
                errors);
    }

    private DomainsPage.Row row(Domain domain) {
        return new DomainsPage.Row(
                domain.id().value(),
                DomainName.shown(domain.name()),
                domain.record(),
                state(domain),
                domain.checkedAt(),
                goneAt(domain));
    }

    private @Nullable Instant goneAt(Domain domain) {
        var missing = domain.missingSince();
        var silent = domain.silentSince();
        if (missing != null) {
            return missing.plus(settings.patience());
        }
        return silent != null && domain.isVerified() ? silent.plus(VerifyDomain.SILENCE) : null;
    }

    private static DomainsPage.State state(Domain domain) {
        var isSilent = domain.silentSince() != null;
        if (domain.isVerified() && domain.missingSince() == null) {
            return isSilent ? DomainsPage.State.HUSHED : DomainsPage.State.VERIFIED;
        }
        if (domain.isVerified()) {
            return isSilent ? DomainsPage.State.GONE_SILENT : DomainsPage.State.MISSING;
        }
        return switch (domain.answer()) {
            case null -> DomainsPage.State.WAITING;
            case FOUND, ABSENT -> DomainsPage.State.ABSENT;
            case SILENT -> DomainsPage.State.SILENT;
            case TAKEN -> DomainsPage.State.TAKEN;
        };
    }
}
