package io.taros.knowledge.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file is, told by its bytes. Only between kinds of plain text does the name give a hint.
 */
enum FileKind {
    PDF,
    DOCX,
    XLSX,
    PPTX,
    ODF,
    EPUB,
    RTF,
    MAIL,
    HTML,
    MARKDOWN,
    CSV,
    TEXT,
    OLD_OFFICE,
    LOCKED_OFFICE,
    ZIP,
    ARCHIVE,
    UNKNOWN;

    private static final int HEAD = 4_096;

    /** What Office calls it, in the two bytes for each letter of its directory. */
    private static final String ENCRYPTED =
            new String(
                    "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                    StandardCharsets.ISO_8859_1);

    private static final Pattern HTML_START =
            Pattern.compile(
                    "(?is)^\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*)*<(!doctype\\s+html|html|head|body|div|p|h[1-6]|article|main|section|title|meta|table|ul)\\b.*");
    private static final Pattern MARKUP =
            Pattern.compile("(?is)^\\s*<(\\?xml|!doctype|svg|!entity|[a-z]+[\\s>:/]).*");
    private static final Pattern MAIL_START =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9-]*: ?.*\\R(?:[ \\t].*\\R)*){3}");
    private static final Pattern MAIL_HEAD =
            Pattern.compile("(?im)^(?:received|mime-version|message-id|return-path): ");
    private static final Pattern HEADINGS = Pattern.compile("(?m)^#{1,6} \\S");

    static FileKind of(byte[] content, String name) {
        if (startsWith(content, "PK\u0003\u0004")) {
            return packed(content);
        }
        if (content.length > 4 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf) {
            return contains(content, ENCRYPTED) ? LOCKED_OFFICE : OLD_OFFICE;
        }
        String head =
                new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        if (head.substring(0, Math.min(1024, head.length())).contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("{\\rtf")) {
            return RTF;
        }
        if (startsWith(content, "\u001f\u008b")
                || head.startsWith("7z\u00bc\u00af")
                || head.startsWith("Rar!")) {
            return ARCHIVE;
        }
        return textual(content, name);
    }

    /** Office's files, books and archives are all ZIPs; what is in them tells them apart. */
    private static FileKind packed(byte[] content) {
        try (var parts = ZipParts.of(content)) {
            var kind =
                    new String(
                            parts.find("mimetype").orElse(new byte[0]),
                            StandardCharsets.ISO_8859_1);
            if (kind.startsWith("application/epub+zip")) {
                return EPUB;
            }
            if (kind.startsWith("application/vnd.oasis.opendocument.")) {
                return ODF;
            }
            var names = parts.names();
            return names.contains("[Content_Types].xml") ? office(names) : ZIP;
        } catch (IOException | RuntimeException damaged) {
            return contains(content, "word/document") ? DOCX : ZIP;
        }
    }

    private static FileKind office(List<String> names) {
        for (var name : names) {
            if (name.startsWith("word/")) {
                return DOCX;
            }
            if (name.startsWith("xl/")) {
                return name.endsWith(".bin") && name.startsWith("xl/workbook") ? OLD_OFFICE : XLSX;
            }
            if (name.startsWith("ppt/")) {
                return PPTX;
            }
        }
        return ZIP;
    }

    private static FileKind textual(byte[] content, String name) {
        String text = Charsets.decode(content, null, false);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        long control = head.chars().filter(FileKind::isControl).count();
        if (control * 20 > head.length()) {
            return UNKNOWN;
        }
        if (MAIL_START.matcher(head).lookingAt() && MAIL_HEAD.matcher(head).find()) {
            return MAIL;
        }
        if (HTML_START.matcher(head).matches()) {
            return HTML;
        }
        if (MARKUP.matcher(head).matches()) {
            return UNKNOWN;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith(".md") || lower.endsWith(".markdown");
        if (named || HEADINGS.matcher(head).find()) {
            return MARKDOWN;
        }
        return CsvReader.isCsv(text, name) ? CSV : TEXT;
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0xfffd;
    }

    private static boolean startsWith(byte[] content, String magic) {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= start.length
                && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** Whether it is no text, whatever a server says. */
    boolean isBinary() {
        return switch (this) {
            case PDF, DOCX, XLSX, PPTX, ODF, EPUB, OLD_OFFICE, LOCKED_OFFICE, ZIP, ARCHIVE -> true;
            case RTF, MAIL, HTML, MARKDOWN, CSV, TEXT, UNKNOWN -> false;
        };
    }

    /** Names of zip entries stand in the clear. */
    private static boolean contains(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(text);
    }
}
