package io.taros.attachment;

import io.taros.attachment.Cleaned.Flaw;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Words and nothing else, kept as UTF-8. */
final class PlainTexts {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String MARK = "\ufeff";

    /** A web page or a drawing would be more than words to whoever opens it. */
    private static final Pattern MARKUP = Pattern.compile("(?s)\\s*<[!?a-zA-Z].*");

    private PlainTexts() {}

    static Cleaned clean(byte[] content) {
        var text = decoded(content);
        if (text.codePoints().anyMatch(PlainTexts::isNoWord)) {
            return new Cleaned.Unfit(Flaw.UNKNOWN);
        }
        if (MARKUP.matcher(text).matches()) {
            return new Cleaned.Unfit(Flaw.MARKUP);
        }
        return Cleaned.File.of(FileType.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(byte[] content) {
        if (content.length >= 2 && (content[0] & content[1] & 0xfe) == 0xfe) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return text.toString().startsWith(MARK)
                    ? text.toString().substring(1)
                    : text.toString();
        } catch (CharacterCodingException other) {
            return new String(content, WESTERN);
        }
    }

    private static boolean isNoWord(int c) {
        return c == 0xfffd || c == 0x7f || (c < 0x20 && "\n\r\t\f".indexOf(c) < 0);
    }
}
