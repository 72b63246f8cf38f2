package io.taros.platform.storage;

import io.taros.platform.sql.Id;
import java.time.Instant;
import java.util.UUID;

public record BlobId(UUID value) implements Id {
    private static final int BITS_AFTER_TIME = 16;

    /** A UUIDv7 begins with the milliseconds. */
    Instant madeAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> BITS_AFTER_TIME);
    }
}
