package io.taros.staff;

import io.taros.account.Account;
import io.taros.organization.SignInPlaces;
import io.taros.platform.security.OrganizationId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The installation's own log tells of the ways in of its staff. */
@Component
class StaffSignIns implements SignInPlaces {
    private final StaffMembers staff;

    StaffSignIns(StaffMembers staff) {
        this.staff = staff;
    }

    @Override
    public List<OrganizationId> of(Account.Id account) {
        return staff.find(account).isPresent() ? List.of(OrganizationId.INSTALLATION) : List.of();
    }
}
