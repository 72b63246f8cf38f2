package io.taros.followup;

import io.taros.platform.crypto.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 128 random bits that stand in a conversation's reply address. */
record ReplySecret(String hex) {
    static final int BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    static ReplySecret fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ReplySecret(HexFormat.of().formatHex(bytes));
    }

    byte[] hash() {
        return Secret.hash(hex);
    }

    /** What stands in the link that ends the mails: whoever sees it cannot write in their name. */
    String stopToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash("stop " + hex));
    }

    /** Never the secret: this may end up in a log. */
    @Override
    public String toString() {
        return "ReplySecret";
    }
}
