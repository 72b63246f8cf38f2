package io.taros.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of embedding a question that somebody waits for. */
public sealed interface QuestionVectors {
    /** Null where nothing left the installation. */
    @Nullable SentTexts sent();

    /**
     * @param vectors of length 1, in the order of the texts
     */
    record Made(List<float[]> vectors, @Nullable SentTexts sent) implements QuestionVectors {
        public Made {
            vectors = List.copyOf(vectors);
        }
    }

    record Missing(WordsAlone why, @Nullable SentTexts sent) implements QuestionVectors {}
}
