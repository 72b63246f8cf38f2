package io.taros.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a mail is sent, where that is not the installation's own.
 *
 * @param email where answers go; absent where nobody has proven an address
 * @param isFrom whether it is sent from that address, too, and not from the installation's
 */
public record Sender(String name, @Nullable String email, boolean isFrom) {
    public Sender {
        // A line break in a heading would begin another.
        name = name.replaceAll("\\p{Cntrl}+", " ");
    }
}
