package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.AccountTie;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever runs the installation hands that over first: there is always an administrator. */
@Component
class StaffTie implements AccountTie {
    private final StaffMembers staff;

    StaffTie(StaffMembers staff) {
        this.staff = staff;
    }

    @Override
    public Optional<String> find(Account.Id account) {
        return staff.find(account).map(_ -> "staff.input.leave-first");
    }
}
