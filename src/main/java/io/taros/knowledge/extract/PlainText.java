package io.taros.knowledge.extract;

import io.taros.platform.web.StorableText;

/**
 * Text as people paste it. Kept as it is but for what a database cannot hold or a reader never
 * sees.
 */
public final class PlainText {
    private PlainText() {}

    public static String of(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return StorableText.of(lines);
    }
}
