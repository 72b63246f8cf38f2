package io.taros.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The titles of what was taught: an id says little to a person, and another organization's less.
 */
record Titles(Map<Key, String> byRow) {
    Titles {
        byRow = Map.copyOf(byRow);
    }

    record Key(@Nullable String organization, String id) {}

    static Titles of(List<TaughtRow> rows) {
        return new Titles(
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> new Key(row.organization(), row.id()),
                                        TaughtRow::title,
                                        (first, _) -> first)));
    }

    /** Empty where it has none. */
    String of(QuestionRow question, String id) {
        return byRow.getOrDefault(new Key(question.organization(), id), "");
    }
}
