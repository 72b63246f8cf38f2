package io.taros.bot;

import io.taros.platform.security.OrganizationId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a website shows to say which bot it wants. No secret: it names the organization, so that its
 * rows can be opened before the bot is looked up, and a random part that nobody can guess for
 * another bot.
 */
public record PublicKey(String value) {
    private static final String PREFIX = "pk_";
    private static final int ORGANIZATION_BYTES = 16;
    private static final int RANDOM_BYTES = 12;

    public PublicKey {
        if (decode(value).isEmpty()) {
            throw new IllegalArgumentException("Not a public key");
        }
    }

    /** The key a stranger sent, unless it cannot be one. */
    public static Optional<PublicKey> parse(String text) {
        return decode(text).isPresent() ? Optional.of(new PublicKey(text)) : Optional.empty();
    }

    static PublicKey create(OrganizationId organization, RandomGenerator random) {
        var secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        var bytes =
                ByteBuffer.allocate(ORGANIZATION_BYTES + RANDOM_BYTES)
                        .putLong(organization.value().getMostSignificantBits())
                        .putLong(organization.value().getLeastSignificantBits())
                        .put(secret)
                        .array();
        return new PublicKey(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whose bot it is: bound before the bot is looked up. */
    public OrganizationId organization() {
        var bytes = decode(value).orElseThrow();
        return new OrganizationId(new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES)));
    }

    private static Optional<ByteBuffer> decode(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return bytes.length == ORGANIZATION_BYTES + RANDOM_BYTES
                    ? Optional.of(ByteBuffer.wrap(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
