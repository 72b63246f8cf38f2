package io.taros.search.fusion;

import io.taros.search.lucene.Found;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Which of two passages that say nearly the same is the newer one. Last year's prices are worded
 * like this year's and fit a question as well; a page that is merely old loses nothing.
 */
final class Freshness {
    /** What does not come near the top is not shown, so it need not be compared. */
    private static final int COMPARED = 12;

    /**
     * Last year's and this year's prices and opening hours have .92 to .99, two pages on one matter
     * and two plans .8 and less. Two models of one series have .94, too: there the question's own
     * number decides, which is worth more than the weight.
     */
    private static final double NEARLY_THE_SAME = 0.9;

    /** Pages of one visit to a site are of the same age. */
    private static final Duration NEWER = Duration.ofDays(1);

    private Freshness() {}

    /** Lowers what a newer document among the best says, too. */
    static double[] apply(List<Found> candidates, double[] scores, FusionWeights weights) {
        var best =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -scores[i]))
                        .limit(COMPARED)
                        .toList();
        var fresh = scores.clone();
        for (var i : best) {
            var found = candidates.get(i);
            if (best.stream().anyMatch(other -> renews(candidates.get(other), found))) {
                fresh[i] -= weights.of(found.kind()).freshness();
            }
        }
        return fresh;
    }

    private static boolean renews(Found newer, Found older) {
        return older.changed().plus(NEWER).isBefore(newer.changed())
                && newer.kind() == older.kind()
                && newer.vector().length > 0
                && older.vector().length > 0
                && VectorUtil.dotProduct(newer.vector(), older.vector()) >= NEARLY_THE_SAME;
    }
}
