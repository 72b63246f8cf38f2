package io.taros.platform.crypto;

/** Closes and opens with somebody's key. The context is part of the seal. */
interface Sealing {
    byte[] seal(byte[] plain, String context);

    byte[] open(byte[] sealed, String context);

    /** What everything begins with that the newest key closed. */
    byte[] prefix();
}
