package io.taros.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's way in. The token itself is not here: it was shown once.
 *
 * @param tokenEnd its last characters, to tell keys apart
 * @param expiresAt when it ends by itself; absent for a key that has no end
 */
public record ApiKey(
        Id id,
        String name,
        String tokenEnd,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable LocalDate lastUsedOn,
        @Nullable Instant revokedAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether it lets anybody in. */
    public boolean isLive(Instant now) {
        return !isRevoked() && !isOver(now);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
