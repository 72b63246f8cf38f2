package io.taros.partner;

import io.taros.organization.Organizations;
import io.taros.partner.web.OwnPartnerPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Settings of a client: its partner. What to do about it is its owners' to decide. */
@Controller
@RequestMapping("/settings/partner")
class OwnPartnerController {
    private final OwnPartner partner;
    private final Organizations organizations;

    OwnPartnerController(OwnPartner partner, Organizations organizations) {
        this.partner = partner;
        this.organizations = organizations;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    OwnPartnerPage page(Caller caller) {
        var client = partner.get();
        return new OwnPartnerPage(
                organizations.get().name(),
                partner.find().orElseThrow(NotFound::new),
                client.since(),
                client.refuses(),
                caller.may(Permission.ORGANIZATION_OWN));
    }

    @PostMapping("/refusal")
    @Requires(Permission.ORGANIZATION_OWN)
    View refuse() {
        partner.refuse();
        return new Redirect("/settings/partner");
    }

    @PostMapping("/admission")
    @Requires(Permission.ORGANIZATION_OWN)
    View admit() {
        partner.admit();
        return new Redirect("/settings/partner");
    }

    @PostMapping("/ending")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    View end() {
        partner.end();
        return new Redirect("/settings/organization");
    }
}
