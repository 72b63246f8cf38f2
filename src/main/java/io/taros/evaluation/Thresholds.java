package io.taros.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What would be answered if the bot answered from some score on: one entry for each score that
 * occurs, the highest first. Equal scores cannot be parted.
 */
final class Thresholds {
    private Thresholds() {}

    /** How many of {@code questions} have at least this score, and how many of those are right. */
    record Covered(double score, int answered, int right, int questions) {
        double coverage() {
            return answered / (double) questions;
        }

        double precision() {
            return right / (double) answered;
        }
    }

    /** The shares of answerable and of unanswerable questions with at least this score. */
    record Told(double score, double answerable, double unanswerable) {}

    static List<Covered> covered(List<Result> results) {
        var sorted = highestFirst(results);
        var thresholds = new ArrayList<Covered>();
        var right = 0;
        for (var i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (isLastOfItsScore(sorted, i)) {
                thresholds.add(new Covered(sorted.get(i).score(), i + 1, right, sorted.size()));
            }
        }
        return thresholds;
    }

    /** Empty unless there are questions of both kinds. */
    static List<Told> told(List<Result> results) {
        var sorted = highestFirst(results);
        var unanswerable = sorted.stream().filter(each -> each.question().unanswerable()).count();
        var answerable = sorted.size() - unanswerable;
        var thresholds = new ArrayList<Told>();
        if (answerable == 0 || unanswerable == 0) {
            return thresholds;
        }
        var bad = 0;
        for (var i = 0; i < sorted.size(); i++) {
            bad += sorted.get(i).question().unanswerable() ? 1 : 0;
            if (isLastOfItsScore(sorted, i)) {
                thresholds.add(
                        new Told(
                                sorted.get(i).score(),
                                (i + 1 - bad) / (double) answerable,
                                bad / (double) unanswerable));
            }
        }
        return thresholds;
    }

    private static List<Result> highestFirst(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Result::score).reversed())
                .toList();
    }

    private static boolean isLastOfItsScore(List<Result> sorted, int i) {
        return i + 1 == sorted.size() || sorted.get(i + 1).score() < sorted.get(i).score();
    }
}
