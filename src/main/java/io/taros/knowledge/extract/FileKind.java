package io.taros.knowledge.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file is, told by its bytes. Only between kinds of plain text does the name give a hint.
 */
enum FileKind {
    PDF,
    DOCX,
    HTML,
    MARKDOWN,
    TEXT,
    OLD_OFFICE,
    ARCHIVE,
    UNKNOWN;

    private static final int HEAD = 4_096;
    private static final Pattern HTML_START =
            Pattern.compile(
                    "(?is)^\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*)*<(!doctype\\s+html|html|head|body|div|p|h[1-6]|article|main|section|title|meta|table|ul)\\b.*");
    private static final Pattern MARKUP =
            Pattern.compile("(?is)^\\s*<(\\?xml|!doctype|svg|!entity|[a-z]+[\\s>:/]).*");
    private static final Pattern HEADINGS = Pattern.compile("(?m)^#{1,6} \\S");

    static FileKind of(byte[] content, String name) {
        if (startsWith(content, "PK\u0003\u0004")) {
            return contains(content, "word/document") ? DOCX : ARCHIVE;
        }
        if (content.length > 4 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf) {
            return OLD_OFFICE;
        }
        String head =
                new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        if (head.substring(0, Math.min(1024, head.length())).contains("%PDF-")) {
            return PDF;
        }
        if (startsWith(content, "\u001f\u008b")
                || head.startsWith("7z\u00bc\u00af")
                || head.startsWith("Rar!")) {
            return ARCHIVE;
        }
        return textual(content, name);
    }

    private static FileKind textual(byte[] content, String name) {
        String text = Charsets.decode(content, null, false);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        long control = head.chars().filter(FileKind::isControl).count();
        if (control * 20 > head.length()) {
            return UNKNOWN;
        }
        if (HTML_START.matcher(head).matches()) {
            return HTML;
        }
        if (MARKUP.matcher(head).matches()) {
            return UNKNOWN;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith(".md") || lower.endsWith(".markdown");
        return named || HEADINGS.matcher(head).find() ? MARKDOWN : TEXT;
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0xfffd;
    }

    private static boolean startsWith(byte[] content, String magic) {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= start.length
                && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** Names of zip entries stand in the clear. */
    private static boolean contains(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(text);
    }
}
