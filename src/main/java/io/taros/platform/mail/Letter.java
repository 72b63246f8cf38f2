package io.taros.platform.mail;

import io.taros.platform.web.Brand;
import java.util.Locale;

/**
 * What a short mail says: what happened, one link, and what to do if it was meant for somebody
 * else.
 *
 * @param link the words of the link to {@code address}
 * @param brand in whose name
 */
public record Letter(
        Locale language,
        String subject,
        String lead,
        String link,
        String address,
        String note,
        Brand brand) {
    String text() {
        return "%s\n\n%s:\n%s\n\n%s\n%s".formatted(lead, link, address, note, signature());
    }

    private String signature() {
        if (brand.isOwn()) {
            return "";
        }
        return "\n"
                + (brand.contact() == null ? brand.name() : brand.name() + "\n" + brand.contact())
                + "\n";
    }
}
