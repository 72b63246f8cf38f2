package io.taros.search.lucene;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A candidate with what the index measured about it, before anything is weighed.
 *
 * @param faq whether it stands on a page of frequently asked questions
 * @param changed when its document last said something new
 * @param vector empty where vectors do not compare
 */
public record Found(
        PassageId id,
        DocumentId document,
        Passage.Kind kind,
        String language,
        boolean faq,
        Instant changed,
        float[] vector,
        Signals signals) {

    /**
     * Shares are BM25 scores divided by what the question's terms could have earned, so they mean
     * the same for a short and a long question and for a small and a large index.
     *
     * @param pairShare over pairs of neighbouring words
     * @param cosine of the passage and the wording
     * @param cosineStandalone of the passage and the standalone wording
     * @param known share of the question's terms that occur in any passage
     * @param cosineBefore closeness to the answer before, 0 when there is none
     */
    public record Signals(
            double lexicalShare,
            double gramShare,
            double pairShare,
            double cosine,
            double cosineStandalone,
            double coverage,
            double titleCoverage,
            double known,
            double cosineBefore) {

        /** What the wordings of one question measured, evenly; the standalone one is the last. */
        static Signals mean(List<Signals> wordings) {
            return wordings.size() == 1
                    ? wordings.getFirst()
                    : new Signals(
                            mean(wordings, Signals::lexicalShare),
                            mean(wordings, Signals::gramShare),
                            mean(wordings, Signals::pairShare),
                            mean(wordings, Signals::cosine),
                            wordings.getLast().cosineStandalone(),
                            mean(wordings, Signals::coverage),
                            mean(wordings, Signals::titleCoverage),
                            wordings.getLast().known(),
                            mean(wordings, Signals::cosineBefore));
        }

        private static double mean(List<Signals> wordings, ToDoubleFunction<Signals> signal) {
            return wordings.stream().mapToDouble(signal).average().orElseThrow();
        }
    }
}
