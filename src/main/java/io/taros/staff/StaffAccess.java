package io.taros.staff;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.staff.web.AccessRow.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why staff may look into an organization.
 *
 * @param accountId who asked in an emergency, and whom alone it is for; absent where an owner let
 *     all of the staff in
 * @param reason of the emergency
 * @param expiresAt absent while it waits, and where it was refused
 * @param endedAt when an owner took it back, or when it was refused
 */
record StaffAccess(
        OrganizationId organizationId,
        Id id,
        Account.@Nullable Id accountId,
        @Nullable String reason,
        Instant askedAt,
        Account.@Nullable Id decidedBy,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt) {
    /** Whoever asked yesterday may not need it any more. */
    static final Duration WAITS = Duration.ofHours(24);

    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    State state(Instant now) {
        if (expiresAt == null) {
            return endedAt != null
                    ? State.REFUSED
                    : askedAt.plus(WAITS).isAfter(now) ? State.WAITING : State.LAPSED;
        }
        if (endedAt != null) {
            return State.TAKEN_BACK;
        }
        return expiresAt.isAfter(now) ? State.OPEN : State.OVER;
    }

    boolean isEmergency() {
        return accountId != null;
    }
}
