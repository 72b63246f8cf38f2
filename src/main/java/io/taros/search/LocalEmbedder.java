package io.taros.search;

import java.util.List;

/**
 * One inside this process: it costs nothing and tells nobody, so that any number of sentences may
 * be compared for one question. What passages are found by may be another one, somewhere else.
 */
public interface LocalEmbedder extends Embedder {
    /** For somebody who waits: before all that {@link #embed} has still to do. */
    default List<float[]> embedNow(List<String> texts) {
        return embed(texts);
    }

    @Override
    default QuestionVectors embedQuestion(List<String> texts) {
        return new QuestionVectors.Made(embedNow(texts), null);
    }
}
