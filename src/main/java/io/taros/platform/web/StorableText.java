package io.taros.platform.web;

import java.util.regex.Pattern;

/**
 * Text as it may come in. Zeros and halves of characters no database stores as text and no reader
 * ever sees; they are left out wherever text enters, so that one of them in the midst of a message
 * costs neither the message nor a search for what went wrong.
 */
public final class StorableText {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{d800}-\\x{dfff}]");

    private StorableText() {}

    public static String of(String text) {
        return UNSTORABLE.matcher(text).replaceAll("");
    }
}
