package io.taros.partner;

import io.taros.partner.PartnerBrand.Powered;
import io.taros.platform.mail.Sender;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.web.Accent;
import io.taros.platform.web.Brand;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a certified partner's brand is made of.
 *
 * @param email that somebody has proven
 * @param domain that is verified
 * @param isLinked whether its record was there when it was looked for last; without it somebody
 *     else may be about to have the domain, and read what is in a link
 */
record BrandRow(
        @Nullable String name,
        @Nullable String accent,
        @Nullable String logo,
        @Nullable Powered powered,
        @Nullable String contact,
        @Nullable String senderName,
        @Nullable String email,
        boolean isFrom,
        @Nullable String domain,
        boolean isLinked) {
    /** Whether there is anything to show in place of the product's own. */
    boolean isAnything() {
        return name != null || senderName != null || domain != null;
    }

    /**
     * @param organization the partner's name, where the product has none of its own
     */
    Brand brand(OrganizationId partner, Supplier<String> organization) {
        var shown = name == null ? organization.get() : name;
        return new Brand(
                shown,
                logo == null ? null : LogoController.address(partner, logo),
                accent == null ? null : new Accent(accent),
                maker(shown),
                contact,
                isLinked ? domain : null,
                new Sender(senderName == null ? shown : senderName, email, isFrom));
    }

    private @Nullable String maker(String shown) {
        return switch (powered) {
            case MAKER -> Brand.OWN.maker();
            case OWN -> shown;
            case NOBODY -> null;
            case null -> Brand.OWN.maker();
        };
    }
}
