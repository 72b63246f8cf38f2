package io.taros.rights;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of what is held about somebody, as a ZIP, sealed, to be fetched once.
 *
 * @param size in bytes, once it is ready
 */
public record SubjectExport(
        SubjectExport.Id id,
        SubjectRequest.Id requestId,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant readyAt,
        @Nullable Instant failedAt,
        @Nullable Instant takenAt,
        long size) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum State {
        MAKING,
        READY,
        TAKEN,
        FAILED,
        EXPIRED
    }

    public State state(Instant now) {
        if (takenAt != null) {
            return State.TAKEN;
        }
        if (!expiresAt.isAfter(now)) {
            return State.EXPIRED;
        }
        if (failedAt != null) {
            return State.FAILED;
        }
        return readyAt == null ? State.MAKING : State.READY;
    }
}
