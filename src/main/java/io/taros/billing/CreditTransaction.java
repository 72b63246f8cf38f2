package io.taros.billing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an organization's credits.
 *
 * @param seq its place, without gaps
 * @param amount how many more, or, below zero, fewer
 * @param subjectId what it was for
 * @param hash over all of it and the hash before it
 */
public record CreditTransaction(
        long seq, Instant at, Kind kind, long amount, @Nullable UUID subjectId, byte[] hash) {
    /** Before the first. */
    static final byte[] BEGINNING = new byte[32];

    public enum Kind {
        GRANT,
        PURCHASE,
        USE,
        EXPIRY,
        CORRECTION
    }

    /** The same, at its place behind another hash. */
    CreditTransaction after(byte[] previous) {
        return new CreditTransaction(seq, at, kind, amount, subjectId, hashAfter(previous));
    }

    byte[] hashAfter(byte[] previous) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(
                    "%d %s %s %d %s"
                            .formatted(seq, at, kind, amount, subjectId)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
