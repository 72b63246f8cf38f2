package io.taros.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code evaluate} prints; the names are a contract. What does not apply is null. */
record Figures(
        int documents,
        int passages,
        int questions,
        @Nullable Double hit1,
        @Nullable Double hit5,
        @Nullable Double mrr,
        @Nullable Double ndcg10,
        @Nullable Double answerabilityAuroc,
        @Nullable Double ece,
        @Nullable Double coverageAtPrecision95,
        TopSimilarity topSimilarity,
        @Nullable Double groundedSentenceShare,
        @Nullable Double askMillisP50,
        @Nullable Double askMillisP99,
        double teachSeconds,
        @Nullable Double passagesPerSecond,
        Map<String, Part> byKind,
        Map<String, Part> byLang) {

    /**
     * The yardstick for the score, from the same run: a bot that gives the most similar passage and
     * has nothing but its similarity to judge it by.
     */
    record TopSimilarity(
            @Nullable Double answerabilityAuroc, @Nullable Double coverageAtPrecision95) {
        private static TopSimilarity of(List<Result> results) {
            var plain = results.stream().map(Result::byTopSimilarity).toList();
            var trust = Trustworthiness.of(plain);
            return new TopSimilarity(trust.answerabilityAuroc(), trust.coverageAtPrecision95());
        }
    }

    /** The figures of the questions of one kind or language. */
    record Part(
            int questions,
            @Nullable Double hit1,
            @Nullable Double hit5,
            @Nullable Double mrr,
            @Nullable Double ndcg10,
            @Nullable Double answerabilityAuroc) {
        private static Part of(List<Result> results) {
            var ranking = Ranking.of(results);
            return new Part(
                    results.size(),
                    ranking.hit1(),
                    ranking.hit5(),
                    ranking.mrr(),
                    ranking.ndcg10(),
                    Trustworthiness.auroc(results));
        }
    }

    static Figures of(Taught taught, List<Result> results) {
        var ranking = Ranking.of(results);
        var trust = Trustworthiness.of(results);
        return new Figures(
                taught.documents(),
                taught.passages(),
                results.size(),
                ranking.hit1(),
                ranking.hit5(),
                ranking.mrr(),
                ranking.ndcg10(),
                trust.answerabilityAuroc(),
                trust.ece(),
                trust.coverageAtPrecision95(),
                TopSimilarity.of(results),
                groundedShare(results),
                percentile(results, 0.50),
                percentile(results, 0.99),
                taught.seconds(),
                taught.seconds() == 0 ? null : taught.passages() / taught.seconds(),
                parts(results, result -> result.question().kind()),
                parts(results, result -> result.question().language()));
    }

    private static @Nullable Double groundedShare(List<Result> results) {
        var sentences = results.stream().mapToInt(Result::sentences).sum();
        var grounded = results.stream().mapToInt(Result::groundedSentences).sum();
        return sentences == 0 ? null : grounded / (double) sentences;
    }

    /** The smallest time that at least this share of the answers took at most. */
    static @Nullable Double percentile(List<Result> results, double share) {
        var millis = results.stream().mapToDouble(Result::millis).toArray();
        if (millis.length == 0) {
            return null;
        }
        Arrays.sort(millis);
        return millis[Math.max(0, (int) Math.ceil(share * millis.length) - 1)];
    }

    private static Map<String, Part> parts(
            List<Result> results, Function<Result, @Nullable String> name) {
        return results.stream()
                .filter(result -> name.apply(result) != null)
                .collect(
                        Collectors.groupingBy(
                                result -> String.valueOf(name.apply(result)),
                                TreeMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), Part::of)));
    }
}
