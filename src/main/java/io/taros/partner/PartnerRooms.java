package io.taros.partner;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.Door;
import io.taros.platform.web.Rooms;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Only a partner has a room for its clients. */
@Component
class PartnerRooms implements Rooms {
    private final Partners partners;

    PartnerRooms(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Set<Door> shutTo(Caller caller) {
        return caller.may(Permission.PARTNER_MANAGE) && partners.find().isPresent()
                ? Set.of()
                : Set.of(Door.PARTNER);
    }
}
