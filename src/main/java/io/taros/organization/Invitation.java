package io.taros.organization;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open invitation to join an organization.
 *
 * @param bots the only ones the invited will see; null for all
 * @param isMailed whether its link went to the address alone and leads to no domain of a brand
 */
public record Invitation(
        Id id,
        String email,
        MemberRole role,
        @Nullable Set<UUID> bots,
        Instant createdAt,
        Instant expiresAt,
        boolean isMailed) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public Invitation {
        bots = bots == null ? null : Set.copyOf(bots);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
