package io.taros.staff;

import io.taros.account.Account;
import io.taros.organization.Guests;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets staff work where they were let in and went in, as far as their role goes. */
@Component
class StaffGuests implements Guests {
    private final StaffMembers staff;
    private final Accesses accesses;

    StaffGuests(StaffMembers staff, Accesses accesses) {
        this.staff = staff;
        this.accesses = accesses;
    }

    @Override
    public Optional<Guest> find(Account.Id account, OrganizationId organization) {
        return staff.find(account)
                .map(StaffMember::role)
                .filter(role -> !role.inside().isEmpty())
                .filter(_ ->
                        Tenancy.callAs(
                                organization, account.value(), () -> accesses.isInside(account)))
                .map(role -> new Guest(organization, account, Caller.Guest.STAFF, role.inside()));
    }
}
