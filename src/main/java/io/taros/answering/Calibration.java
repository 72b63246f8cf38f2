package io.taros.answering;

/**
 * What a bot's judged answers say about its scores: the logit of a score is moved by the intercept
 * and stretched by the slope. The slope is above zero, so whatever was the better answer stays it.
 *
 * @param judged how many answers it is drawn from
 */
public record Calibration(double intercept, double slope, int judged) {
    /** A score means what it says. */
    public static final Calibration NONE = new Calibration(0, 1, 0);

    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "A calibration keeps the order of scores: " + intercept + ", " + slope);
        }
    }

    /** Also where answers were judged, but what they say could be chance. */
    public boolean changesNothing() {
        return intercept == 0 && slope == 1;
    }

    /** What is certain stays so. */
    public double of(double score) {
        if (changesNothing() || score <= 0 || score >= 1) {
            return score;
        }
        return 1 / (1 + Math.exp(-(intercept + slope * logit(score))));
    }

    public static double logit(double score) {
        return Math.log(score / (1 - score));
    }
}
