package io.taros.knowledge.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, whatever they claim to be: a byte-order mark wins, then a declaration that exists
 * and fits, then UTF-8 if it is valid, then Windows-1252, which always is. Nothing is ever refused
 * for its charset.
 */
final class Charsets {
    private static final Pattern DECLARED =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:+-]+)");
    private static final int HEAD = 4_096;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String contentType, boolean html) {
        Optional<Charset> mark = mark(bytes);
        if (mark.isPresent()) {
            String text = new String(bytes, mark.get());
            return text.isEmpty() || text.charAt(0) != '\ufeff' ? text : text.substring(1);
        }
        Optional<Charset> declared = named(contentType);
        if (declared.isEmpty() && html) {
            declared =
                    named(
                            new String(
                                    bytes,
                                    0,
                                    Math.min(HEAD, bytes.length),
                                    StandardCharsets.ISO_8859_1));
        }
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            return new String(bytes, declared.get());
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> withoutMark(bytes))
                .orElseGet(() ->
                        new String(
                                bytes,
                                declaredUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252));
    }

    /** A few broken bytes in a long UTF-8 text are damage, not another charset. */
    private static boolean declaredUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\ufffd').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7f).count();
        return broken * 4 < beyondAscii;
    }

    /** UTF-16 shows itself by zeros on one side of most characters. */
    private static Optional<String> withoutMark(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int seen = Math.min(bytes.length, HEAD) & ~1;
        for (int i = 0; i < seen; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (seen >= 8 && even * 3 > seen) {
            return strictly(bytes, StandardCharsets.UTF_16BE);
        }
        return seen >= 8 && odd * 3 > seen
                ? strictly(bytes, StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static Optional<Charset> mark(byte[] b) {
        if (b.length >= 3
                && (b[0] & 0xff) == 0xef
                && (b[1] & 0xff) == 0xbb
                && (b[2] & 0xff) == 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static Optional<Charset> named(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher declared = DECLARED.matcher(text);
        if (!declared.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(declared.group(1));
            // Browsers read Latin-1 as its superset; so did whoever looked at the page.
            return Optional.of(
                    charset.equals(StandardCharsets.ISO_8859_1)
                                    || charset.equals(StandardCharsets.US_ASCII)
                            ? orUtf8(charset)
                            : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Charset orUtf8(Charset claimed) {
        return claimed.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
