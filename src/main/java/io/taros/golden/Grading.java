package io.taros.golden;

import io.taros.answering.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a question, held against what was expected.
 *
 * @param judgement what it says about the score; none where it says nothing, nor of a run from
 *     before that was asked
 */
record Grading(
        @Nullable GivenAnswer answer, List<Failure> failures, @Nullable Judgement judgement) {
    static final Grading NOT_ASKED =
            new Grading(null, List.of(Failure.of(Failure.Kind.NOT_ASKED)), null);

    Grading {
        failures = List.copyOf(failures);
    }

    static Grading of(NewGoldenQuestion asked, Answer answer) {
        var given = GivenAnswer.of(answer);
        var expectation = asked.expectation();
        return new Grading(
                given, expectation.failures(given), Judgement.of(expectation, answer).orElse(null));
    }

    boolean wasAsked() {
        return answer != null;
    }

    GoldenResult.Verdict verdict() {
        return failures.isEmpty() ? GoldenResult.Verdict.PASSED : GoldenResult.Verdict.FAILED;
    }
}
