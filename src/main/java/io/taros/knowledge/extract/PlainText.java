package io.taros.knowledge.extract;

/**
 * Text as people paste it. Kept as it is but for what a database cannot hold or a reader never
 * sees.
 */
public final class PlainText {
    private PlainText() {}

    public static String of(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    }
}
