package io.taros.knowledge.extract;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/** How much of a file of Office is unpacked, and what is said of one that is not read. */
final class OfficeLimits {
    private static final long MAX_ENTRY = 100L << 20;
    private static final long MAX_TEXT = 20L << 20;
    private static final int MAX_ENTRIES = 5_000;

    private OfficeLimits() {}

    static void set() {
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(MAX_ENTRY);
        ZipSecureFile.setMaxTextSize(MAX_TEXT);
        ZipSecureFile.setMaxFileCount(MAX_ENTRIES);
    }

    static String titleOr(@Nullable String title, String name) {
        return title == null || title.isBlank() ? name : title.strip();
    }

    static Extracted unreadable(Throwable damaged) {
        if (damaged instanceof EncryptedDocumentException) {
            return new Extracted.Unreadable(ReadProblem.LOCKED);
        }
        var isBomb = String.valueOf(damaged.getMessage()).contains("Zip bomb");
        return new Extracted.Unreadable(isBomb ? ReadProblem.INFLATES : ReadProblem.DAMAGED);
    }
}
