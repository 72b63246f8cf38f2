package io.taros.legal;

import java.time.Instant;
import java.util.UUID;

/**
 * A data processing agreement as an organization signed it.
 *
 * @param version of the text
 * @param title of the signer in the organization
 */
public record Agreement(Id id, int version, String signer, String title, Instant signedAt) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
