package io.taros.knowledge;

import io.taros.knowledge.extract.ReadProblem;
import io.taros.platform.fetch.FetchProblem;
import java.util.List;

/**
 * Why something was not learned: a message key and what goes into its sentence. Stored, told in the
 * reader's language.
 */
public record Problem(String key, List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(String key, String... arguments) {
        return new Problem("knowledge." + key, List.of(arguments));
    }

    static Problem of(FetchProblem problem, String detail) {
        return new Problem(problem.messageKey(), List.of(detail));
    }

    static Problem of(ReadProblem problem) {
        return new Problem(problem.messageKey(), List.of());
    }
}
