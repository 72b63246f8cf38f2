package io.taros.platform.mail;

import org.jspecify.annotations.Nullable;

/** How the line to the mail server is closed to others. */
enum Tls {
    /** Opened in the clear and closed before anything is said; without that nothing is sent. */
    STARTTLS,
    /** Closed from the first byte, as on port 465. */
    IMPLICIT,
    /** Left open on purpose. */
    OFF;

    /** By its name or number alone: what a name server says of another is no proof. */
    static boolean isThisMachine(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("::1")
                        || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
