package io.taros.staff;

import io.taros.account.Account;
import io.taros.organization.Directory;
import io.taros.partner.Certification;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy.Hand;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Staff says who may manage other organizations, and why. It stands in the log of that organization
 * as staff's, and with the reason in the installation's own.
 */
@Component
class CertifyPartner {
    private final Certification certification;
    private final Directory directory;
    private final Audit audit;

    CertifyPartner(Certification certification, Directory directory, Audit audit) {
        this.certification = certification;
        this.directory = directory;
        this.audit = audit;
    }

    void give(Account.Id staff, OrganizationId organization, String text) {
        var reason = StaffAtWork.reason(text);
        if (directory.find(organization).isEmpty()) {
            throw new BadInput("organization", "staff.input.organization");
        }
        if (certification.since(organization).isPresent()) {
            throw new BadInput("organization", "staff.input.certified");
        }
        certification.give(organization, Hand.STAFF, staff.value());
        audit.record(StaffAction.PARTNER_CERTIFIED, organization, Map.of("reason", reason));
    }

    void withdraw(Account.Id staff, OrganizationId organization, String text) {
        if (certification.since(organization).isEmpty()) {
            throw new NotFound();
        }
        var reason = StaffAtWork.reason(text);
        certification.revoke(organization, Hand.STAFF, staff.value());
        audit.record(StaffAction.PARTNER_WITHDRAWN, organization, Map.of("reason", reason));
    }
}
