package io.taros.search.fusion;

import io.taros.search.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weights of {@code search/fusion.json}, one set for passages of text and one for manual
 * questions, which are short enough for the vector to say nearly everything.
 */
record FusionWeights(ByKind weights) {
    record ByKind(Weights text, Weights question) {}

    /**
     * "Relative" is the measure divided by the best candidate's.
     *
     * @param faq what a page of frequently asked questions has ahead of another
     * @param documentSupport how much the next passages of a long document count beside its best
     * @param freshness what a passage is behind where a newer document says nearly the same
     */
    record Weights(
            double lexical,
            double grams,
            double pairs,
            double vector,
            double lexicalRelative,
            double gramsRelative,
            double vectorRelative,
            double answerBefore,
            double faq,
            double documentSupport,
            double freshness) {}

    static FusionWeights read() {
        try (var file = FusionWeights.class.getResourceAsStream("/search/fusion.json")) {
            return JsonMapper.shared().readValue(file, FusionWeights.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Weights of(Passage.Kind kind) {
        return switch (kind) {
            case TEXT -> weights.text();
            case QUESTION -> weights.question();
        };
    }
}
