package io.taros.partner;

import io.taros.platform.web.Accent;
import io.taros.platform.web.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * What a partner calls the product, and how it looks.
 *
 * @param accent {@code #rrggbb}; absent for the product's own
 * @param logo the hash of its picture; absent where there is none
 */
public record PartnerBrand(
        String name, @Nullable String accent, @Nullable String logo, Powered powered) {
    static final int LONGEST = 60;

    /** What widgets say they are powered by. */
    public enum Powered {
        MAKER,
        OWN,
        NOBODY
    }

    public PartnerBrand {
        name = name("name", name);
        accent = accent == null || accent.isBlank() ? null : new Accent(accent.strip()).colour();
    }

    /** Of a product or a sender. */
    static String name(String field, String text) {
        var name = text.strip();
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadInput(field, "partner.brand.name.wrong", LONGEST);
        }
        return name;
    }
}
