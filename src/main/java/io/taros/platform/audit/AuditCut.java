package io.taros.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Where an organization's chain begins, because what was before is over.
 *
 * @param seq of the last entry that went
 * @param hash of that entry: the next one follows it
 * @param signature Ed25519 over {@link #signed}
 */
record AuditCut(UUID organizationId, long seq, byte[] hash, Instant at, byte[] signature) {
    /** What is signed: a line that a person can read. */
    byte[] signed() {
        return "taros-audit-cut %s %d %s %s"
                .formatted(organizationId, seq, HexFormat.of().formatHex(hash), at)
                .getBytes(StandardCharsets.UTF_8);
    }

    AuditCut with(byte[] ofSigned) {
        return new AuditCut(organizationId, seq, hash, at, ofSigned);
    }
}
