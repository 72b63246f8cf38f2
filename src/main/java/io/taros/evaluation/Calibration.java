package io.taros.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the score claimed beside how often it was right: ten bins of equal width by the claim. */
record Calibration(List<Bin> bins) {
    private static final int BINS = 10;

    Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Questions whose score is from {@code from} up to, but without, {@code to}; the last has 1,
     * too.
     *
     * @param claimed the mean of their scores, and {@code right} the share of them that were right;
     *     0 where there are none
     */
    record Bin(double from, double to, int questions, double claimed, double right) {
        private static Bin of(int number, List<Result> results) {
            return new Bin(
                    number / (double) BINS,
                    (number + 1) / (double) BINS,
                    results.size(),
                    results.stream().mapToDouble(Result::score).average().orElse(0),
                    results.stream().mapToInt(each -> each.right() ? 1 : 0).average().orElse(0));
        }

        private double weightedError() {
            return questions * Math.abs(claimed - right);
        }

        private static int numberOf(Result result) {
            return Math.clamp((int) (result.score() * BINS), 0, BINS - 1);
        }

        /** Wilson's interval: where the true share lies with 95 % certainty, few or many. */
        Interval interval() {
            if (questions == 0) {
                return new Interval(0, 1);
            }
            var z = 1.96;
            var spread = z * z / questions;
            var middle = (right + spread / 2) / (1 + spread);
            var half =
                    z
                            / (1 + spread)
                            * Math.sqrt(
                                    right * (1 - right) / questions + spread / (4.0 * questions));
            return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    record Interval(double low, double high) {}

    static Calibration of(List<Result> results) {
        var byBin = IntStream.range(0, BINS).mapToObj(_ -> new ArrayList<Result>()).toList();
        results.forEach(result -> byBin.get(Bin.numberOf(result)).add(result));
        return new Calibration(
                IntStream.range(0, BINS)
                        .mapToObj(number -> Bin.of(number, byBin.get(number)))
                        .toList());
    }

    /** How far the claim is from the share of right answers, on average over the questions. */
    @Nullable Double error() {
        var questions = bins.stream().mapToInt(Bin::questions).sum();
        return questions == 0
                ? null
                : bins.stream().mapToDouble(Bin::weightedError).sum() / questions;
    }
}
