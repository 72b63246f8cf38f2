package io.taros.rights;

import io.taros.organization.Members;
import io.taros.platform.retention.Hold;
import io.taros.platform.retention.Holds;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends a hold. That takes a second person: whoever placed it leaves its end to another owner. Where
 * there is none, one person does both, and the audit log says so.
 */
@Component
class LiftHold {
    private final Holds holds;
    private final Members members;

    LiftHold(Holds holds, Members members) {
        this.holds = holds;
        this.members = members;
    }

    /**
     * @param by an account
     */
    boolean isForAnother(Hold hold, @Nullable UUID by) {
        return isByOne(hold, by) && isAnotherOwner(by);
    }

    void lift(Hold.Id id, @Nullable UUID by) {
        var hold =
                holds.list().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (isForAnother(hold, by)) {
            throw new Conflict("rights.input.hold-two");
        }
        holds.lift(id, isByOne(hold, by) ? Map.of("alone", "true") : Map.of());
    }

    private static boolean isByOne(Hold hold, @Nullable UUID by) {
        return by != null && by.equals(hold.placedBy());
    }

    private boolean isAnotherOwner(@Nullable UUID by) {
        return members.list().stream()
                .anyMatch(member ->
                        member.role().isOwner() && !Objects.equals(member.accountId().value(), by));
    }
}
