package io.taros.evaluation;

import io.taros.evaluation.Thresholds.Covered;
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
    private static final double PRECISION = 0.95;

    static Trustworthiness of(List<Result> results) {
        var judged = judged(results);
        return new Trustworthiness(auroc(results), ece(judged), coverage(judged));
    }

    /** An answerable question without gold rows can be right or wrong, but nobody says which. */
    static List<Result> judged(List<Result> results) {
        return results.stream()
                .filter(each -> each.question().unanswerable() || each.question().isRanked())
                .toList();
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
        return Calibration.of(results).error();
    }

    static @Nullable Double coverage(List<Result> results) {
        return results.isEmpty() ? null : coverage(Thresholds.covered(results), PRECISION);
    }

    /** The largest share that can be answered with this share of the answers right. */
    static double coverage(List<Covered> thresholds, double precision) {
        return thresholds.stream()
                .filter(each -> each.right() >= precision * each.answered())
                .mapToDouble(Covered::coverage)
                .max()
                .orElse(0);
    }

    private static double[] scores(List<Result> results, boolean unanswerable) {
        return results.stream()
                .filter(result -> result.question().unanswerable() == unanswerable)
                .mapToDouble(Result::score)
                .toArray();
    }
}
