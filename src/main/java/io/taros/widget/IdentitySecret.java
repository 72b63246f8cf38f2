package io.taros.widget;

import java.time.Instant;
import java.util.UUID;

/**
 * What a website signs its visitors' identities with. The secret itself was shown once.
 *
 * @param secretEnd its last characters, to tell secrets apart
 */
public record IdentitySecret(Id id, String secretEnd, Instant createdAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
