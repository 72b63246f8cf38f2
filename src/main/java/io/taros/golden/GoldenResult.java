package io.taros.golden;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a run.
 *
 * @param asked as it stood when the run began
 * @param answer none before it was asked, or if it could not be
 */
public record GoldenResult(
        GoldenQuestion.Id question,
        NewGoldenQuestion asked,
        Verdict verdict,
        @Nullable GivenAnswer answer,
        List<Failure> failures) {

    public enum Verdict {
        WAITING,
        PASSED,
        FAILED
    }

    public GoldenResult {
        failures = List.copyOf(failures);
    }

    public boolean failed() {
        return verdict == Verdict.FAILED;
    }

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
