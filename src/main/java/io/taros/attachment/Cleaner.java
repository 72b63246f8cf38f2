package io.taros.attachment;

import io.taros.attachment.Cleaned.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells files apart by their content, and writes them anew. */
final class Cleaner {
    private Cleaner() {}

    static Cleaned clean(byte[] content) {
        if (content.length == 0) {
            return new Cleaned.Unfit(Flaw.EMPTY);
        }
        if (startsWith(content, 0, "\u00ff\u00d8\u00ff")) {
            return Pictures.clean(content, "jpeg");
        }
        if (startsWith(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Pictures.clean(content, "png");
        }
        if (startsWith(content, 0, "GIF87a") || startsWith(content, 0, "GIF89a")) {
            return Pictures.clean(content, "gif");
        }
        if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) {
            return Pictures.clean(content, "webp");
        }
        if (startsWith(content, 0, "%PDF-")) {
            return Pdfs.clean(content);
        }
        if (startsWith(content, 0, "PK\u0003\u0004")) {
            return OfficeFiles.clean(content);
        }
        return PlainTexts.clean(content);
    }

    private static boolean startsWith(byte[] content, int offset, String magic) {
        var start = magic.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= offset + start.length
                && Arrays.equals(content, offset, offset + start.length, start, 0, start.length);
    }
}
