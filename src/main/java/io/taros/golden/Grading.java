package io.taros.golden;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back for a question, held against what was expected. */
record Grading(@Nullable GivenAnswer answer, List<Failure> failures) {
    static final Grading NOT_ASKED = new Grading(null, List.of(Failure.of(Failure.Kind.NOT_ASKED)));

    Grading {
        failures = List.copyOf(failures);
    }

    static Grading of(NewGoldenQuestion asked, GivenAnswer answer) {
        return new Grading(answer, asked.expectation().failures(answer));
    }

    GoldenResult.Verdict verdict() {
        return failures.isEmpty() ? GoldenResult.Verdict.PASSED : GoldenResult.Verdict.FAILED;
    }
}
