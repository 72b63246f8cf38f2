package io.taros.evaluation;

import java.util.List;
import java.util.Map;

/**
 * What became of one question.
 *
 * @param found ids of the rows found, best first, each once
 * @param score the reliability of the answer, or of the one that was withheld; 0 where the bot
 *     claimed to know nothing, as when it only greeted back
 * @param right whether the answer rests on a row that answers the question
 * @param given what the visitor would have read, and what the score was made of
 * @param topSimilarity what a bot would have claimed that takes the most similar passage
 * @param sentences of an answer given from sources, and how many of them those sources say
 */
record Result(
        QuestionRow question,
        List<String> found,
        double score,
        boolean right,
        int sentences,
        int groundedSentences,
        double millis,
        TopSimilarity topSimilarity,
        Given given) {
    Result {
        found = List.copyOf(found);
    }

    /**
     * The yardstick: the most similar passage alone, with its similarity for a score.
     *
     * @param right whether that passage is of a row that answers the question
     */
    record TopSimilarity(double cosine, boolean right) {
        static final TopSimilarity NONE = new TopSimilarity(0, false);
    }

    /** As if the most similar passage had been the answer. */
    Result byTopSimilarity() {
        return new Result(
                question,
                found,
                topSimilarity.cosine(),
                topSimilarity.right(),
                sentences,
                groundedSentences,
                millis,
                topSimilarity,
                given);
    }

    /**
     * @param features by name, as in the formula of the score; empty where nothing was claimed
     */
    record Given(String outcome, String text, String standalone, Map<String, Double> features) {
        Given {
            features = Map.copyOf(features);
        }
    }
}
