package io.taros.knowledge.extract;

import java.util.regex.Pattern;

/**
 * Text as people paste it. Kept as it is but for what a database cannot hold or a reader never
 * sees.
 */
public final class PlainText {
    /** Zeros and halves of characters, which no database stores as text. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{d800}-\\x{dfff}]");

    private PlainText() {}

    public static String of(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return UNSTORABLE.matcher(lines).replaceAll("");
    }
}
