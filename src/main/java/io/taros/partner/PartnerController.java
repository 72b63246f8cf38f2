package io.taros.partner;

import io.taros.organization.NewOrganization;
import io.taros.partner.web.PartnerPage;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner's room: its clients, and a new one. Elsewhere there is none. */
@Controller
@RequestMapping("/partner")
class PartnerController {
    private final Partners partners;
    private final PartnerPages pages;
    private final Stewardship stewardship;

    PartnerController(Partners partners, PartnerPages pages, Stewardship stewardship) {
        this.partners = partners;
        this.pages = pages;
        this.stewardship = stewardship;
    }

    @GetMapping
    @Requires(Permission.PARTNER_MANAGE)
    PartnerPage page() {
        return pages.list("", FormErrors.NONE);
    }

    @PostMapping("/clients")
    @Requires(Permission.PARTNER_MANAGE)
    View open(@RequestParam(defaultValue = "") String organization, Locale locale) {
        checkPartner();
        try {
            var wanted = NewOrganization.named(organization, locale.getLanguage());
            return new Redirect("/partner/clients/" + stewardship.open(wanted));
        } catch (BadInput refused) {
            return pages.list(organization, FormErrors.of(refused));
        }
    }

    private void checkPartner() {
        if (partners.find().isEmpty()) {
            throw new NotFound();
        }
    }
}
