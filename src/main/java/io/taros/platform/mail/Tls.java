package io.taros.platform.mail;

/** How the line to the mail server is closed to others. */
enum Tls {
    /** Opened in the clear and closed before anything is said; without that nothing is sent. */
    STARTTLS,
    /** Closed from the first byte, as on port 465. */
    IMPLICIT,
    /** Left open on purpose. */
    OFF
}
