package io.taros.search;

import java.util.List;
import java.util.Optional;

/** Turns texts into vectors of length 1, so that a dot product is their similarity. */
public interface Embedder {
    /**
     * Takes its time. Throws {@link EmbeddingFailed} where a provider makes none after several
     * tries.
     */
    List<float[]> embed(List<String> texts);

    /** For somebody who waits: one short try, after which words have to do. */
    default QuestionVectors embedQuestion(List<String> texts) {
        return new QuestionVectors.Made(embed(texts), null);
    }

    /** Whether the bound organization lets its texts go where they would be embedded. */
    default boolean isAllowed() {
        return true;
    }

    /** Where texts go to be embedded; empty where they stay in this process. */
    default Optional<String> host() {
        return Optional.empty();
    }

    /** Vectors of different models do not compare; the index remembers whose it holds. */
    String model();

    /**
     * How far its vectors are to be trusted for a language, 0 to 1; {@code und} when it is not
     * known.
     */
    double weightFor(String language);

    /** Whether what is said in one language comes close to the same said in another. */
    boolean isMultilingual();
}
