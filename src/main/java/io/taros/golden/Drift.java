package io.taros.golden;

import io.taros.golden.Change.What;
import java.util.List;

/**
 * What somebody has to know of a run at night, in the words of the questions alone.
 *
 * @param failing passed in the run before
 * @param changed have another answer or other sources
 */
record Drift(List<String> failing, List<String> changed) {
    Drift {
        failing = List.copyOf(failing);
        changed = List.copyOf(changed);
    }

    static Drift of(List<Change> changes) {
        return new Drift(
                changes.stream().filter(Drift::fails).map(Drift::question).toList(),
                changes.stream()
                        .filter(change -> !fails(change))
                        .filter(change ->
                                change.what().contains(What.ANSWER)
                                        || change.what().contains(What.SOURCES))
                        .map(Drift::question)
                        .toList());
    }

    boolean isNone() {
        return failing.isEmpty() && changed.isEmpty();
    }

    int count() {
        return failing.size() + changed.size();
    }

    private static boolean fails(Change change) {
        return change.before().passed() && change.now().failed();
    }

    private static String question(Change change) {
        return change.now().asked().question();
    }
}
