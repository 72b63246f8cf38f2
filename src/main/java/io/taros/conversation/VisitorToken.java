package io.taros.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Proves that a visitor owns a conversation. We keep only its hash. */
public record VisitorToken(String value) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static VisitorToken create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new VisitorToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** 256 random bits need no salt and no slow hash. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isHashedAs(byte[] stored) {
        return MessageDigest.isEqual(hash(), stored);
    }

    /** Never the value: this may end up in a log. */
    @Override
    public String toString() {
        return "VisitorToken";
    }
}
