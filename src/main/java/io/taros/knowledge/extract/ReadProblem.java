package io.taros.knowledge.extract;

import java.util.Locale;

/**
 * Why a file gave no text. Each has one sentence for people, {@code knowledge.read.<name>} in the
 * messages.
 */
public enum ReadProblem {
    EMPTY,
    KIND_UNKNOWN,
    OLD_OFFICE,
    ARCHIVE,
    TOO_SLOW,
    TOO_COMPLEX,
    TOO_LONG,
    PDF_PASSWORD,
    PDF_DAMAGED,
    PDF_SCANNED,
    PDF_TOO_LONG,
    SCAN_TOO_LONG,
    SCAN_EMPTY,
    /** Of any kind but PDF. */
    DAMAGED,
    INFLATES,
    /** Asks for a password or is protected from being copied, and is no PDF. */
    LOCKED,
    NO_TABLE,
    TABLE_DAMAGED,
    TABLE_TOO_LONG;

    public String messageKey() {
        return "knowledge.read." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
