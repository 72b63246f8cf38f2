package io.taros.platform.web;

import io.taros.platform.mail.Sender;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name the product shows itself.
 *
 * @param logo the address of a picture; absent where there is none
 * @param accent absent where the product's own colour stays
 * @param maker what widgets say they are powered by; absent where they say nothing
 * @param contact an e-mail address where people ask for help
 * @param domain the host people reach it at; absent for that of the settings
 * @param sender absent where mail is sent as this installation's own
 */
public record Brand(
        String name,
        @Nullable String logo,
        @Nullable Accent accent,
        @Nullable String maker,
        @Nullable String contact,
        @Nullable String domain,
        @Nullable Sender sender) {
    public static final Brand OWN = new Brand("Taros", null, null, "Taros", null, null, null);

    public boolean isOwn() {
        return this == OWN;
    }

    /**
     * The same, with links to the address of the settings: whoever owns a domain can have it lead
     * to a server of their own and read what is in a link.
     */
    public Brand withoutDomain() {
        return isOwn() ? this : new Brand(name, logo, accent, maker, contact, null, sender);
    }

    /** Where there is no picture. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
