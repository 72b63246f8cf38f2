package io.taros.staff;

import io.taros.organization.Directory;
import io.taros.partner.Certification;
import io.taros.partner.Certification.Certified;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.staff.web.PartnerListPage;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff area: who is certified to manage other organizations. */
@Controller
@RequestMapping("/staff/partners")
class PartnerListController {
    private static final String HERE = "/staff/partners";

    private final Certification certification;
    private final CertifyPartner certify;
    private final Directory directory;

    PartnerListController(
            Certification certification, CertifyPartner certify, Directory directory) {
        this.certification = certification;
        this.certify = certify;
        this.directory = directory;
    }

    @GetMapping
    @Requires(Permission.STAFF_PARTNER_CERTIFY)
    PartnerListPage page(@RequestParam(defaultValue = "") String organization) {
        return page(organization, "", FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.STAFF_PARTNER_CERTIFY)
    @StepUp
    View certify(
            @RequestParam(defaultValue = "") String organization,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        try {
            certify.give(StaffCallers.account(caller), id(organization), reason);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(organization, reason, FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/withdrawal")
    @Requires(Permission.STAFF_PARTNER_CERTIFY)
    @StepUp
    View withdraw(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Caller caller) {
        try {
            certify.withdraw(StaffCallers.account(caller), new OrganizationId(id), reason);
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page("", "", FormErrors.of(refused.in("list")));
        }
    }

    private PartnerListPage page(String organization, String reason, FormErrors errors) {
        var certified = certification.list();
        var names =
                directory
                        .findAll(
                                certified.stream()
                                        .map(partner -> partner.organizationId().value())
                                        .toList())
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Directory.Entry::organizationId, Directory.Entry::name));
        return new PartnerListPage(
                certified.stream()
                        .map(partner ->
                                row(partner, names.getOrDefault(partner.organizationId(), "–")))
                        .toList(),
                organization,
                reason,
                errors);
    }

    private static PartnerListPage.Row row(Certified partner, String name) {
        return new PartnerListPage.Row(
                partner.organizationId().value(), name, partner.certifiedAt(), partner.clients());
    }

    private static OrganizationId id(String text) {
        try {
            return OrganizationId.of(text.strip());
        } catch (IllegalArgumentException _) {
            throw new BadInput("organization", "staff.input.organization");
        }
    }
}
