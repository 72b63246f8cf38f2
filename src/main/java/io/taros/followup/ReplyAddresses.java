package io.taros.followup;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where answers go: {@code reply+<token>@…}. The token is the organization's id, so that it is
 * bound before anything is looked up, and a secret of the conversation, 256 bits in 52 letters and
 * digits that survive whoever writes them large or small.
 */
@Component
@EnableConfigurationProperties(InboundSettings.class)
class ReplyAddresses {
    private static final int LENGTH = 52;
    private static final int RADIX = 32;
    private static final int HEX = 16;
    private static final int HEX_OF_ORGANIZATION = 32;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-v]{" + LENGTH + "}");

    private final @Nullable String address;

    ReplyAddresses(InboundSettings settings) {
        address = settings.address();
    }

    /** Whose conversation an answer says it belongs to. */
    record Reply(OrganizationId organization, ReplySecret secret) {}

    /** Whether answers are read at all. */
    boolean isOn() {
        return address != null;
    }

    /** Of the bound organization; empty where no answers are read. */
    Optional<String> of(ReplySecret secret) {
        return Optional.ofNullable(address)
                .map(plain ->
                        plain.replace("@", "+" + token(Tenancy.organization(), secret) + "@"));
    }

    /** Whether it has the form of one of ours; what it leads to is another question. */
    Optional<Reply> find(String recipient) {
        if (address == null) {
            return Optional.empty();
        }
        var given = recipient.strip().toLowerCase(Locale.ROOT);
        var at = address.indexOf('@');
        var before = address.substring(0, at) + "+";
        var after = address.substring(at);
        if (!given.startsWith(before) || !given.endsWith(after)) {
            return Optional.empty();
        }
        var end = given.length() - after.length();
        return end < before.length()
                ? Optional.empty()
                : parse(given.substring(before.length(), end));
    }

    private static String token(OrganizationId organization, ReplySecret secret) {
        var hex = organization.value().toString().replace("-", "") + secret.hex();
        return padded(new BigInteger(hex, HEX).toString(RADIX), LENGTH);
    }

    private static Optional<Reply> parse(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        var length = HEX_OF_ORGANIZATION + 2 * ReplySecret.BYTES;
        var hex = padded(new BigInteger(token, RADIX).toString(HEX), length);
        if (hex.length() > length) {
            return Optional.empty();
        }
        var organization =
                new UUID(
                        Long.parseUnsignedLong(hex.substring(0, HEX), HEX),
                        Long.parseUnsignedLong(hex.substring(HEX, HEX_OF_ORGANIZATION), HEX));
        return Optional.of(
                new Reply(
                        new OrganizationId(organization),
                        new ReplySecret(hex.substring(HEX_OF_ORGANIZATION))));
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
