package io.taros.partner;

import io.taros.partner.web.DomainPage;
import io.taros.partner.web.DomainPage.Looked;
import io.taros.partner.web.DomainPage.Wanted;
import io.taros.platform.TarosSettings;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner's room: the domain its clients reach the product at. */
@Controller
@RequestMapping("/partner/domain")
class DomainController {
    private static final String HERE = "/partner/domain";

    private final Partners partners;
    private final PartnerDomains domains;
    private final VerifyPartnerDomain verify;
    private final RateLimits limits;
    private final TarosSettings installation;

    DomainController(
            Partners partners,
            PartnerDomains domains,
            VerifyPartnerDomain verify,
            RateLimits limits,
            TarosSettings installation) {
        this.partners = partners;
        this.domains = domains;
        this.verify = verify;
        this.limits = limits;
        this.installation = installation;
    }

    @GetMapping
    @Requires(Permission.PARTNER_MANAGE)
    DomainPage page() {
        checkPartner();
        return page("", Looked.NOT, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View add(@RequestParam(defaultValue = "") String domain) {
        checkPartner();
        try {
            var read = PartnerDomain.read(domain);
            if (read.equals(installation.baseUrl().getHost())) {
                throw new BadInput("domain", "partner.domain.ours");
            }
            domains.replace(read);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(domain, Looked.NOT, FormErrors.of(refused));
        }
    }

    /** Answers with the page itself: what the name server said is true now, and not later. */
    @PostMapping("/check")
    @Requires(Permission.PARTNER_MANAGE)
    DomainPage check() {
        checkPartner();
        limits.take(Limit.DOMAIN_CHECK, Tenancy.organization().toString());
        return page("", verify.look(), FormErrors.NONE);
    }

    @PostMapping("/removal")
    @Requires(Permission.PARTNER_MANAGE)
    @StepUp
    View remove() {
        checkPartner();
        domains.remove();
        return new Redirect(HERE);
    }

    private DomainPage page(String typed, Looked looked, FormErrors errors) {
        return new DomainPage(typed, domains.find().map(this::wanted).orElse(null), looked, errors);
    }

    private Wanted wanted(PartnerDomain domain) {
        return new Wanted(
                domain.domain(),
                installation.baseUrl().getHost(),
                domain.record(),
                domain.proof(),
                domain.verifiedAt(),
                domain.missedAt(),
                domain.silentSince(),
                domain.isVerified() ? installation.linkAt(domain.domain(), "/sign-in") : null);
    }

    private void checkPartner() {
        if (partners.find().isEmpty()) {
            throw new NotFound();
        }
    }
}
