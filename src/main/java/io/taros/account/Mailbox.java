package io.taros.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where mail to an address arrives, as far as the address tells: what is behind a plus is for the
 * reader's own order, and some providers see no difference between more than that. For comparing
 * alone; it is never written to.
 */
record Mailbox(String name, String domain) {
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "proton.me");

    /** Names of one and the same. */
    private static final Map<String, String> OTHERWISE =
            Map.of(
                    "googlemail.com", "gmail.com",
                    "protonmail.com", "proton.me",
                    "pm.me", "proton.me",
                    "me.com", "icloud.com",
                    "mac.com", "icloud.com");

    static Mailbox of(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        var domain = domain(plain.substring(at + 1));
        var name = at < 0 ? "" : plain.substring(0, at);
        var plus = name.indexOf('+');
        var untagged = plus > 0 ? name.substring(0, plus) : name;
        return new Mailbox(
                WITHOUT_DOTS.contains(domain) ? untagged.replace(".", "") : untagged, domain);
    }

    private static String domain(String written) {
        var domain = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        try {
            var ascii = IDN.toASCII(domain);
            return OTHERWISE.getOrDefault(ascii, ascii);
        } catch (IllegalArgumentException unusual) {
            return domain;
        }
    }
}
