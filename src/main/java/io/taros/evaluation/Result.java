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
        Given given) {
    Result {
        found = List.copyOf(found);
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
