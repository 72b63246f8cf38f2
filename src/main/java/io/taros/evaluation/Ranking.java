package io.taros.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How well the right rows were found, over the questions for which there are right rows. */
record Ranking(
        @Nullable Double hit1,
        @Nullable Double hit5,
        @Nullable Double mrr,
        @Nullable Double ndcg10) {

    static Ranking of(List<Result> results) {
        var ranked = results.stream().filter(result -> result.question().isRanked()).toList();
        return new Ranking(
                mean(ranked, result -> hit(result, 1)),
                mean(ranked, result -> hit(result, 5)),
                mean(ranked, Ranking::reciprocalRank),
                mean(ranked, result -> ndcg(result, 10)));
    }

    static double hit(Result result, int first) {
        var gold = result.question().gold();
        return result.found().stream().limit(first).anyMatch(gold::contains) ? 1 : 0;
    }

    static double reciprocalRank(Result result) {
        for (var i = 0; i < result.found().size(); i++) {
            if (result.question().gold().contains(result.found().get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** Every right row is equally right. */
    static double ndcg(Result result, int first) {
        var gold = result.question().gold();
        var gained = 0.0;
        var best = 0.0;
        for (var i = 0; i < first; i++) {
            var worth = Math.log(2) / Math.log(i + 2);
            best += i < gold.size() ? worth : 0;
            gained += i < result.found().size() && gold.contains(result.found().get(i)) ? worth : 0;
        }
        return gained / best;
    }

    private static @Nullable Double mean(List<Result> results, ToDoubleFunction<Result> figure) {
        var mean = results.stream().mapToDouble(figure).average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
