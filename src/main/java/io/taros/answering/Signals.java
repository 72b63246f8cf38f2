package io.taros.answering;

import io.taros.search.Hit;
import io.taros.search.HitFeatures;
import io.taros.search.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known about a draft before it is scored: the features of the passage it rests on, and its
 * own.
 */
record Signals(Map<Feature, Double> values) {
    private static final int CONSENTING = 5;
    private static final double YEAR = Duration.ofDays(365).toSeconds();

    /** Names as in {@code reliability.properties}, in the order they are shown. */
    enum Feature {
        EXACT,
        LEXICAL_SHARE,
        GRAM_SHARE,
        VECTOR_SIMILARITY,
        QUESTION_SIMILARITY,
        MANUAL,
        CONSENSUS,
        SENTENCE_SIMILARITY,
        COVERAGE,
        TITLE_COVERAGE,
        AGREEMENT,
        MARGIN,
        ANSWER_COVERAGE,
        SUPPORT,
        LANGUAGE_MATCH,
        FRESHNESS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The draft's own part: how well it is supported, how much of the question it takes up, how
     * close in meaning its best sentence is.
     */
    record Standing(double support, double coverage, double closeness) {}

    /** Of a draft that rests on one of the hits. */
    static Signals of(Hit hit, List<Hit> all, Standing standing, Instant now) {
        var values = new EnumMap<Feature, Double>(Feature.class);
        fromSearch(values, hit);
        values.put(Feature.CONSENSUS, consensus(hit, all));
        values.put(Feature.EXACT, 0.0);
        values.put(Feature.SUPPORT, standing.support());
        values.put(Feature.ANSWER_COVERAGE, standing.coverage());
        values.put(Feature.SENTENCE_SIMILARITY, standing.closeness());
        values.put(Feature.FRESHNESS, freshness(hit.passage().fetchedAt(), now));
        return new Signals(values);
    }

    Signals exact() {
        var exact = new EnumMap<>(values);
        exact.put(Feature.EXACT, 1.0);
        return new Signals(exact);
    }

    private static void fromSearch(Map<Feature, Double> values, Hit hit) {
        HitFeatures found = hit.features();
        var manual = hit.passage().kind() == Passage.Kind.QUESTION;
        values.put(Feature.LEXICAL_SHARE, found.lexicalShare());
        values.put(Feature.GRAM_SHARE, found.gramShare());
        values.put(Feature.VECTOR_SIMILARITY, manual ? 0 : found.vectorSimilarity());
        values.put(Feature.QUESTION_SIMILARITY, found.questionSimilarity());
        values.put(Feature.MANUAL, manual ? 1.0 : 0.0);
        values.put(Feature.COVERAGE, found.coverage());
        values.put(Feature.TITLE_COVERAGE, found.titleCoverage());
        values.put(Feature.AGREEMENT, found.agreement());
        values.put(Feature.MARGIN, Math.clamp(found.margin(), 0, 1));
        values.put(Feature.LANGUAGE_MATCH, found.languageMatch());
    }

    /** Share of the best few hits' scores that belongs to the hit's own document. */
    private static double consensus(Hit hit, List<Hit> all) {
        var own = 0.0;
        var whole = 0.0;
        for (var each : all.stream().limit(CONSENTING).toList()) {
            var score = Math.max(0, each.score());
            whole += score;
            own += each.passage().document().equals(hit.passage().document()) ? score : 0;
        }
        return whole == 0 ? 0 : own / whole;
    }

    /** Falls to a third within a year. */
    private static double freshness(Instant fetchedAt, Instant now) {
        var age = Math.max(0, Duration.between(fetchedAt, now).toSeconds());
        return Math.exp(-age / YEAR);
    }

    double get(Feature feature) {
        return values.getOrDefault(feature, 0.0);
    }
}
