package io.taros.answering;

import io.taros.answering.JudgedAnswer.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * From judged answers to a calibration: logistic regression of right and wrong on the logit of the
 * score, by Newton's method, towards a prior that changes nothing.
 *
 * <p>Each kind of evidence may lean by an intercept of its own, which takes the blame for whom it
 * hears and is left out of the result. What could as well be chance is not corrected. The figures
 * are measured: ADR 025.
 */
final class CalibrationFit {
    private static final double INTERCEPT_VARIANCE = 2;
    private static final double SLOPE_VARIANCE = 0.1;
    private static final double LEAST_SLOPE = 0.2;

    /** Twice the gain in likelihood that two numbers fitted to nothing may have. */
    private static final double BY_CHANCE = 3;

    /**
     * The logit of .982: one mistaken verdict on an answer given word for word, at .9995, would
     * otherwise outweigh dozens of others.
     */
    private static final double FURTHEST = 4;

    private static final int INTERCEPT = 0;
    private static final int SLOPE = 1;
    private static final int LEANINGS = 2;
    private static final int SIZE = LEANINGS + Kind.values().length;
    private static final int ROUNDS = 60;
    private static final double LONGEST_STEP = 2;
    private static final double CLOSE = 1e-9;

    private final List<JudgedAnswer> evidence;

    private CalibrationFit(List<JudgedAnswer> evidence) {
        this.evidence = evidence;
    }

    static Calibration of(List<JudgedAnswer> evidence) {
        return evidence.isEmpty() ? Calibration.NONE : new CalibrationFit(evidence).fit();
    }

    private Calibration fit() {
        var unchanged = best(start(1), true, true);
        var fitted = best(start(1), false, false);
        if (fitted[SLOPE] < LEAST_SLOPE) {
            fitted = best(start(LEAST_SLOPE), false, true);
        }
        var gain = 2 * (likelihood(fitted) - likelihood(unchanged));
        var trusted = gain <= BY_CHANCE ? 0 : 1 - BY_CHANCE / gain;
        return new Calibration(
                trusted * fitted[INTERCEPT], 1 + trusted * (fitted[SLOPE] - 1), evidence.size());
    }

    private static double[] start(double slope) {
        var start = new double[SIZE];
        start[SLOPE] = slope;
        return start;
    }

    /** The most likely numbers, where some may be held as they are at the start. */
    private double[] best(double[] start, boolean holdsIntercept, boolean holdsSlope) {
        var held = new boolean[SIZE];
        held[INTERCEPT] = holdsIntercept;
        held[SLOPE] = holdsSlope;
        for (var kind : Kind.values()) {
            held[LEANINGS + kind.ordinal()] = kind.leaning() == 0;
        }
        var at = start.clone();
        for (var round = 0; round < ROUNDS; round++) {
            var step = step(at, held);
            for (var i = 0; i < SIZE; i++) {
                at[i] -= Math.clamp(step[i], -LONGEST_STEP, LONGEST_STEP);
            }
            if (Arrays.stream(step).allMatch(each -> Math.abs(each) < CLOSE)) {
                return at;
            }
        }
        return at;
    }

    private double[] step(double[] at, boolean[] held) {
        var gradient = new double[SIZE];
        var curvature = new double[SIZE][SIZE];
        for (var i = 0; i < SIZE; i++) {
            gradient[i] = (at[i] - (i == SLOPE ? 1 : 0)) * precision(i);
            curvature[i][i] = precision(i);
        }
        for (var answer : evidence) {
            var row = row(answer);
            var claimed = sigmoid(dot(row, at));
            var weight = answer.kind().weight();
            for (var i = 0; i < SIZE; i++) {
                gradient[i] += weight * (claimed - (answer.isRight() ? 1 : 0)) * row[i];
                for (var j = 0; j < SIZE; j++) {
                    curvature[i][j] += weight * claimed * (1 - claimed) * row[i] * row[j];
                }
            }
        }
        for (var i = 0; i < SIZE; i++) {
            if (held[i]) {
                gradient[i] = 0;
                for (var j = 0; j < SIZE; j++) {
                    curvature[i][j] = curvature[j][i] = i == j ? 1 : 0;
                }
            }
        }
        return solved(curvature, gradient);
    }

    private static double precision(int number) {
        return switch (number) {
            case INTERCEPT -> 1 / INTERCEPT_VARIANCE;
            case SLOPE -> 1 / SLOPE_VARIANCE;
            default -> {
                var leaning = Kind.values()[number - LEANINGS].leaning();
                yield leaning == 0 ? 1 : 1 / leaning;
            }
        };
    }

    private static double[] row(JudgedAnswer answer) {
        var row = new double[SIZE];
        row[INTERCEPT] = 1;
        row[SLOPE] = Math.clamp(Calibration.logit(answer.score()), -FURTHEST, FURTHEST);
        row[LEANINGS + answer.kind().ordinal()] = 1;
        return row;
    }

    /** Of what was judged, and of how far the kinds lean; what is fitted pays for itself later. */
    private double likelihood(double[] at) {
        var sum = 0.0;
        for (var answer : evidence) {
            var sure = dot(row(answer), at) * (answer.isRight() ? 1 : -1);
            sum -= answer.kind().weight() * Math.log1p(Math.exp(-sure));
        }
        for (var i = LEANINGS; i < SIZE; i++) {
            sum -= at[i] * at[i] * precision(i) / 2;
        }
        return sum;
    }

    private static double dot(double[] left, double[] right) {
        var sum = 0.0;
        for (var i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Elimination without pivoting: the prior keeps every number on the diagonal above zero. */
    private static double[] solved(double[][] matrix, double[] right) {
        for (var column = 0; column < SIZE; column++) {
            for (var row = column + 1; row < SIZE; row++) {
                var factor = matrix[row][column] / matrix[column][column];
                for (var i = column; i < SIZE; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
                right[row] -= factor * right[column];
            }
        }
        var solution = new double[SIZE];
        for (var row = SIZE - 1; row >= 0; row--) {
            var rest = right[row];
            for (var i = row + 1; i < SIZE; i++) {
                rest -= matrix[row][i] * solution[i];
            }
            solution[row] = rest / matrix[row][row];
        }
        return solution;
    }
}
