package io.taros.search.remote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as providers take them. Mistral's limit is the lowest: 16,384 tokens in a request; OpenAI
 * takes 300,000, of which 8,191 in one text. Tokens are estimated as half of the bytes, which is
 * too many for most languages and right for the worst.
 */
final class Batches {
    private static final int TEXTS = 64;
    private static final int BYTES = 32_000;

    /** Longer than any passage; a manual answer may be longer. */
    private static final int CHARACTERS = 6_000;

    private Batches() {}

    /** In order. */
    static List<List<String>> of(List<String> texts) {
        var batches = new ArrayList<List<String>>();
        var batch = new ArrayList<String>();
        var bytes = 0;
        for (var text : texts) {
            var fitting = fitting(text);
            var size = fitting.getBytes(StandardCharsets.UTF_8).length;
            if (!batch.isEmpty() && (batch.size() == TEXTS || bytes + size > BYTES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(fitting);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    /** A text beyond the limit is cut, and one without words is a dash. */
    static String fitting(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "-";
        }
        if (text.length() <= CHARACTERS) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(CHARACTERS - 1)) ? 1 : 0;
        return text.substring(0, CHARACTERS - end);
    }
}
