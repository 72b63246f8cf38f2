package io.taros.staff;

import io.taros.account.Account;
import io.taros.platform.security.Caller;
import io.taros.platform.web.Door;
import io.taros.platform.web.Rooms;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody but staff is shown the way to the staff area. */
@Component
class StaffRooms implements Rooms {
    private final StaffMembers staff;

    StaffRooms(StaffMembers staff) {
        this.staff = staff;
    }

    @Override
    public Set<Door> shutTo(Caller caller) {
        var account = caller.account();
        return account != null && staff.find(new Account.Id(account)).isPresent()
                ? Set.of()
                : Set.of(Door.STAFF);
    }
}
