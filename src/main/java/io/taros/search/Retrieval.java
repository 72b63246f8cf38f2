package io.taros.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first, and how long finding took.
 *
 * @param wordsAlone why the meaning of the question had no say, null where it had
 * @param isMultilingual whether the embedding model compares what is said in different languages
 * @param sent what left the installation to be embedded, null where nothing did
 */
public record Retrieval(
        List<Hit> hits,
        @Nullable WordsAlone wordsAlone,
        boolean isMultilingual,
        @Nullable SentTexts sent,
        Duration embedding,
        Duration search,
        Duration reading) {
    public Retrieval {
        hits = List.copyOf(hits);
    }

    /** By words and meaning, with nobody else involved. */
    public Retrieval(List<Hit> hits, Duration embedding, Duration search, Duration reading) {
        this(hits, null, false, null, embedding, search, reading);
    }

    /** Whether passages in other languages than the question's could be found by what they mean. */
    public boolean isAcrossLanguages() {
        return isMultilingual && wordsAlone == null;
    }
}
