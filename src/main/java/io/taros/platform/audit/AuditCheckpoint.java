package io.taros.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The end of an organization's chain at a moment.
 *
 * @param signature Ed25519 over {@link #signed}
 */
public record AuditCheckpoint(
        UUID organizationId, long seq, byte[] hash, Instant at, byte[] signature) {

    /** What is signed: a line that a person can read. */
    public byte[] signed() {
        return "taros-audit %s %d %s %s"
                .formatted(organizationId, seq, HexFormat.of().formatHex(hash), at)
                .getBytes(StandardCharsets.UTF_8);
    }
}
