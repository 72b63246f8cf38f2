package io.taros.conversation;

import io.taros.platform.crypto.Secret;
import java.security.MessageDigest;

/**
 * Proves that a visitor owns a conversation, on the website it began on and nowhere else. We keep
 * only its hash.
 *
 * @param site the origin that presents it; empty for our own pages and for programs
 */
public record VisitorToken(String value, String site) {
    static VisitorToken create(String site) {
        return new VisitorToken(Secret.fresh(), site);
    }

    byte[] hash() {
        return Secret.hash(value + "\n" + site);
    }

    /** One that began before tokens were of a website is hashed without it. */
    boolean isHashedAs(byte[] stored) {
        return MessageDigest.isEqual(hash(), stored)
                || MessageDigest.isEqual(Secret.hash(value), stored);
    }

    /** Never the value: this may end up in a log. */
    @Override
    public String toString() {
        return "VisitorToken";
    }
}
