package io.taros.careers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to get a job.
 *
 * @param job what it is called in the vacancy
 * @param contact e-mail and phone, as they were given
 * @param cv a file
 * @param consentedAt when they agreed to be considered later; absent if they did not
 * @param rejectedAt absent while nobody has decided
 * @param endsAt when it is deleted, whatever is decided
 */
public record Application(
        Id id,
        String job,
        String name,
        String contact,
        byte[] cv,
        @Nullable String references,
        Instant receivedAt,
        @Nullable Instant consentedAt,
        @Nullable Instant rejectedAt,
        Instant endsAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
