package io.taros.organization;

import io.taros.platform.crypto.Secret;
import io.taros.platform.security.OrganizationId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * {@code <kind>_<organization>_<secret>}: says whose it is, so that the organization's rows are
 * open before it is looked up among them.
 */
record OrganizationToken(OrganizationId organization, String text) {
    /** What it opens. */
    enum Kind {
        API_KEY("taros"),
        INVITATION("invitation");

        private final String prefix;
        private final Pattern form;

        Kind(String prefix) {
            this.prefix = prefix;
            form = Pattern.compile(prefix + "_([\\w-]{22})_[\\w-]{43}");
        }
    }

    private static final int UUID_BYTES = 16;
    private static final int SHOWN = 4;

    static OrganizationToken create(Kind kind, OrganizationId organization) {
        var id =
                ByteBuffer.allocate(UUID_BYTES)
                        .putLong(organization.value().getMostSignificantBits())
                        .putLong(organization.value().getLeastSignificantBits())
                        .array();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return new OrganizationToken(
                organization, kind.prefix + "_" + base64.encodeToString(id) + "_" + Secret.fresh());
    }

    static Optional<OrganizationToken> parse(Kind kind, String text) {
        var form = kind.form.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            var id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group(1)));
            return Optional.of(
                    new OrganizationToken(
                            new OrganizationId(new UUID(id.getLong(), id.getLong())), text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        return Secret.hash(text);
    }

    String end() {
        return text.substring(text.length() - SHOWN);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "OrganizationToken of " + organization;
    }
}
