package io.taros.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an organization's audit log.
 *
 * @param hash SHA-256 over the previous entry's hash and everything here
 */
public record AuditEntry(
        long seq,
        Instant at,
        ActorKind actorKind,
        @Nullable UUID actorId,
        String action,
        @Nullable String objectKind,
        @Nullable UUID objectId,
        @Nullable String requestId,
        byte[] previousHash,
        byte[] hash) {
    public enum ActorKind {
        MEMBER,
        API_KEY,
        VISITOR,
        /** Whoever has the server's command line. */
        OPERATOR,
        SYSTEM
    }

    /** Before the first entry. */
    static final byte[] BEGINNING = new byte[32];

    AuditEntry sealed() {
        return new AuditEntry(
                seq,
                at,
                actorKind,
                actorId,
                action,
                objectKind,
                objectId,
                requestId,
                previousHash,
                computedHash());
    }

    /** What {@link #hash} must be. */
    public byte[] computedHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash);
            for (var part :
                    new @Nullable Object[] {
                        seq, at, actorKind, actorId, action, objectKind, objectId, requestId
                    }) {
                // Length first: no two different entries may read the same.
                var bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
