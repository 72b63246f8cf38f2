package io.taros.followup;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How answers to follow-up mails come in.
 *
 * @param address whose mail reaches this installation whatever stands between a plus sign and the
 *     {@code @}, such as {@code reply@acme.example}; nobody's answers are read while it is not set
 * @param secret with which a mail server hands over mail at {@code /api/v1/mail/inbound}; 20
 *     characters at least
 * @param maxSize of a mail that is handed over so
 */
@ConfigurationProperties("taros.mail.inbound")
record InboundSettings(
        @Nullable String address, @Nullable String secret, @DefaultValue("10MB") DataSize maxSize) {
    private static final int SHORTEST_SECRET = 20;

    /** With the rest, the name is no longer than the 64 octets that it may have. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9._-]{1,11}@[a-z0-9.-]{1,180}");

    InboundSettings {
        address = orNull(address);
        secret = orNull(secret);
        if (address != null && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "taros.mail.inbound.address must be like reply@acme.example, in small letters, with 11 characters at most before the @");
        }
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "taros.mail.inbound.secret must have %d characters at least"
                            .formatted(SHORTEST_SECRET));
        }
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
