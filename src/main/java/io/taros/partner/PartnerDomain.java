package io.taros.partner;

import io.taros.platform.web.BadInput;
import io.taros.platform.web.Branding;
import java.net.IDN;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the clients of a partner reach the product.
 *
 * @param token what its name server must say
 * @param verifiedAt since when it is served; absent while it is not
 * @param missedAt since when the name server does not say it any more; absent while it does
 * @param silentSince since when no name server says anything; absent while one does
 */
record PartnerDomain(
        String domain,
        String token,
        @Nullable Instant verifiedAt,
        @Nullable Instant missedAt,
        @Nullable Instant silentSince) {
    private static final String NAME = "_taros.";
    private static final String VALUE = "taros-verification=";

    /** As a browser sends it. */
    static String read(String text) {
        var typed = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        try {
            var domain = IDN.toASCII(typed.replaceFirst("[/.]+$", ""), IDN.USE_STD3_ASCII_RULES);
            if (Branding.isDomain(domain)) {
                return domain;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new BadInput("domain", "partner.domain.wrong");
    }

    boolean isVerified() {
        return verifiedAt != null;
    }

    /** The name of the record that proves it. */
    String record() {
        return NAME + domain;
    }

    /** What that record says. */
    String proof() {
        return VALUE + token;
    }
}
