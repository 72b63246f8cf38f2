package io.taros.platform.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of it is removed as long as it lasts, by whatever rule or wish.
 *
 * @param isWhole whether it is on everything the organization has
 * @param threads on how many conversations, where it is not
 * @param placedBy an account; absent where an API key did
 * @param until when it ends by itself
 * @param liftedAt when somebody ended it before
 */
public record Hold(
        Hold.Id id,
        boolean isWhole,
        int threads,
        String reason,
        @Nullable UUID placedBy,
        Instant placedAt,
        Instant until,
        @Nullable Instant liftedAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean isInForce(Instant now) {
        return liftedAt == null && until.isAfter(now);
    }
}
