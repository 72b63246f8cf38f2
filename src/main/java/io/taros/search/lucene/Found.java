package io.taros.search.lucene;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;

/** A candidate with what the index measured about it, before anything is weighed. */
public record Found(
        PassageId id, DocumentId document, Passage.Kind kind, String language, Signals signals) {

    /**
     * Shares are BM25 scores divided by what the question's terms could have earned, so they mean
     * the same for a short and a long question and for a small and a large index.
     */
    public record Signals(
            double lexicalShare,
            double gramShare,
            double cosine,
            double coverage,
            double titleCoverage) {}
}
