package io.taros.ceiling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bot answers in a day at most.
 *
 * @param perVisitor to one of them; as many as they like when absent
 * @param perBot to all of them together; as many as come when absent
 * @param texts what is said beyond it, by language, where that is not ours
 */
public record Ceiling(
        @Nullable Integer perVisitor, @Nullable Integer perBot, Map<String, String> texts) {
    public static final Ceiling NONE = new Ceiling(null, null, Map.of());
    public static final int MOST = 1_000_000;

    /** Those in which we have a sentence of our own. */
    public static final List<String> LANGUAGES =
            List.of("en", "da", "de", "es", "fr", "nb", "nl", "sv");

    public Ceiling {
        texts = Map.copyOf(texts);
        if (!isFit(perVisitor) || !isFit(perBot)) {
            throw new IllegalArgumentException("A ceiling lies between one and " + MOST);
        }
    }

    public boolean isAnything() {
        return perVisitor != null || perBot != null;
    }

    private static boolean isFit(@Nullable Integer answers) {
        return answers == null || (answers > 0 && answers <= MOST);
    }
}
