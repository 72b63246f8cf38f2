package io.taros.evaluation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the reliability score means what it says.
 *
 * @param answerabilityAuroc how often an answerable question scores above an unanswerable one
 * @param ece expected calibration error over ten bins: how far the score is from the share of right
 *     answers, on average
 * @param coverageAtPrecision95 the largest share of questions that could be answered by some
 *     threshold with 95 % of the answers right
 */
record Trustworthiness(
        @Nullable Double answerabilityAuroc,
        @Nullable Double ece,
        @Nullable Double coverageAtPrecision95) {
    private static final int BINS = 10;
    private static final double PRECISION = 0.95;

    static Trustworthiness of(List<Result> results) {
        var judged = results.stream().filter(Trustworthiness::isJudged).toList();
        return new Trustworthiness(auroc(results), ece(judged), coverage(judged));
    }

    /** An answerable question without gold rows can be right or wrong, but nobody says which. */
    private static boolean isJudged(Result result) {
        return result.question().unanswerable() || result.question().isRanked();
    }

    static @Nullable Double auroc(List<Result> results) {
        var bad = scores(results, true);
        var good = scores(results, false);
        if (bad.length == 0 || good.length == 0) {
            return null;
        }
        var won = 0.0;
        for (var high : good) {
            for (var low : bad) {
                won += high > low ? 1 : high == low ? 0.5 : 0;
            }
        }
        return won / ((double) good.length * bad.length);
    }

    static @Nullable Double ece(List<Result> results) {
        if (results.isEmpty()) {
            return null;
        }
        var scores = new double[BINS];
        var right = new double[BINS];
        for (var result : results) {
            var bin = Math.min(BINS - 1, (int) (result.score() * BINS));
            scores[bin] += result.score();
            right[bin] += result.right() ? 1 : 0;
        }
        var error = 0.0;
        for (var bin = 0; bin < BINS; bin++) {
            error += Math.abs(scores[bin] - right[bin]);
        }
        return error / results.size();
    }

    static @Nullable Double coverage(List<Result> results) {
        if (results.isEmpty()) {
            return null;
        }
        var sorted =
                results.stream()
                        .sorted(Comparator.comparingDouble(Result::score).reversed())
                        .toList();
        var right = 0;
        var covered = 0;
        for (var i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            var thresholdFallsHere =
                    i + 1 == sorted.size() || sorted.get(i + 1).score() < sorted.get(i).score();
            if (thresholdFallsHere && right >= PRECISION * (i + 1)) {
                covered = i + 1;
            }
        }
        return covered / (double) sorted.size();
    }

    private static double[] scores(List<Result> results, boolean unanswerable) {
        return results.stream()
                .filter(result -> result.question().unanswerable() == unanswerable)
                .mapToDouble(Result::score)
                .toArray();
    }
}
