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
 * @param version what the hash covers: origin and detail since 2
 * @param origin the address as a hash that means something on that day only
 * @param detail what changed, as JSON, without personal content
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
        int version,
        @Nullable String origin,
        @Nullable String detail,
        byte[] previousHash,
        byte[] hash) {
    public enum ActorKind {
        MEMBER,
        /** A member of the partner that manages the organization. */
        PARTNER,
        /** Somebody of those who run the installation. */
        STAFF,
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
                version,
                origin,
                detail,
                previousHash,
                computedHash());
    }

    /** What {@link #hash} must be. */
    public byte[] computedHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash);
            for (var part : covered()) {
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

    private @Nullable Object[] covered() {
        return version == 1
                ? new @Nullable Object[] {
                    seq, at, actorKind, actorId, action, objectKind, objectId, requestId
                }
                : new @Nullable Object[] {
                    seq,
                    at,
                    actorKind,
                    actorId,
                    action,
                    objectKind,
                    objectId,
                    requestId,
                    version,
                    origin,
                    detail
                };
    }
}
