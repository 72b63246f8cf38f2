package io.taros.evaluation;

import io.taros.answering.Turn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code questions.jsonl}. {@code gold} are the ids of the rows that answer it; where it
 * is unanswerable they only look as if they did.
 */
record QuestionRow(
        String id,
        @Nullable String organization,
        @Nullable String kind,
        @Nullable String language,
        String text,
        List<Turn> history,
        Set<String> gold,
        boolean unanswerable) {
    QuestionRow {
        history = List.copyOf(history);
        gold = Set.copyOf(gold);
    }

    /** Whether finding can be right or wrong for it. */
    boolean isRanked() {
        return !unanswerable && !gold.isEmpty();
    }
}
