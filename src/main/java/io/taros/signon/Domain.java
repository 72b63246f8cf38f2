package io.taros.signon;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One that an organization says is its own.
 *
 * @param name in ASCII
 * @param answer of the last look; absent before the first
 * @param verifiedAt since when it counts; absent while it does not
 * @param missingSince since when its record is gone, while it still counts
 * @param silentSince since when no name server answers; absent while one does
 */
record Domain(
        Id id,
        String name,
        String token,
        Instant addedAt,
        @Nullable Instant checkedAt,
        @Nullable Answer answer,
        @Nullable Instant verifiedAt,
        @Nullable Instant missingSince,
        @Nullable Instant silentSince) {
    private static final String RECORD = "taros-verification=";

    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What a look at its records came to. */
    enum Answer {
        FOUND,
        ABSENT,
        /** No name server said anything that could be believed. */
        SILENT,
        /** The record is there, and the domain another organization's. */
        TAKEN
    }

    /** What its owner sets as a TXT record. */
    String record() {
        return RECORD + token;
    }

    boolean isVerified() {
        return verifiedAt != null;
    }
}
