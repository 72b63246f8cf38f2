package io.taros.golden;

import io.taros.answering.Answer;
import io.taros.answering.Citation;
import java.util.List;
import java.util.Optional;

/**
 * Whether an answer was right, given or withheld, and the score it had before the bot's own
 * evidence changed it.
 */
record Judgement(double score, boolean isRight) {
    /**
     * Nothing where no answer was written, or where what is expected tells no right answer from a
     * wrong one: that something is answered depends on the score, which may not judge itself.
     */
    static Optional<Judgement> of(Expectation expectation, Answer answer) {
        if (!answer.why().isScored()) {
            return Optional.empty();
        }
        var score = answer.reliability().raw();
        return switch (answer) {
            case Answer.Grounded(var text, _, var citations, _, _, _) ->
                    of(expectation, text, citations, score);
            case Answer.AskedBack _, Answer.Unanswered _, Answer.HandoverRequested _ ->
                    Optional.ofNullable(answer.trace().withheld())
                            .flatMap(withheld ->
                                    of(expectation, withheld.text(), withheld.citations(), score));
        };
    }

    private static Optional<Judgement> of(
            Expectation expectation, String text, List<Citation> citations, double score) {
        return expectation
                .isRight(text, GivenAnswer.sources(citations))
                .map(isRight -> new Judgement(score, isRight));
    }
}
