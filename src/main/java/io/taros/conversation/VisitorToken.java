package io.taros.conversation;

import io.taros.platform.crypto.Secret;
import java.security.MessageDigest;

/** Proves that a visitor owns a conversation. We keep only its hash. */
public record VisitorToken(String value) {
    static VisitorToken create() {
        return new VisitorToken(Secret.fresh());
    }

    byte[] hash() {
        return Secret.hash(value);
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
