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
 *
 * @param kind of the passage it rests on
 */
record Signals(Passage.Kind kind, Map<Feature, Double> values) {
    private static final int CONSENTING = 5;

    /** Content words from which on a question is not more telling for having more. */
    private static final double LONG_QUESTION = 12;

    private static final double YEAR = Duration.ofDays(365).toSeconds();

    /** Names as in {@code reliability.properties}, in the order they are shown. */
    enum Feature {
        EXACT,
        SEARCH_SCORE,
        LEXICAL_SHARE,
        GRAM_SHARE,
        VECTOR_SIMILARITY,
        SENTENCE_SIMILARITY,
        CONSENSUS,
        COVERAGE,
        TITLE_COVERAGE,
        AGREEMENT,
        MARGIN,
        LEAD,
        KNOWN_WORDS,
        LENGTH,
        ANSWER_COVERAGE,
        NAMES,
        DENIAL,
        QUALIFIERS,
        SUPPORT,
        LANGUAGE_MATCH,
        FRESHNESS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The draft's own part: how well it is supported, how much of the question it takes up, how
     * close in meaning its best sentence is, and whether it keeps to what the question is
     * particular about.
     */
    record Standing(double support, double coverage, double closeness, Particulars particulars) {
        /** Of no draft at all. */
        static final Standing NONE = new Standing(0, 0, 0, Particulars.NONE);
    }

    /** Of a draft that rests on one of the hits. */
    static Signals of(Hit hit, Material material, Standing standing, Instant now) {
        var values = new EnumMap<Feature, Double>(Feature.class);
        fromSearch(values, hit);
        values.put(Feature.CONSENSUS, consensus(hit, material.found()));
        values.put(Feature.LENGTH, Math.min(1, material.terms().count() / LONG_QUESTION));
        values.put(Feature.EXACT, 0.0);
        values.put(Feature.SUPPORT, standing.support());
        values.put(Feature.ANSWER_COVERAGE, standing.coverage());
        values.put(Feature.SENTENCE_SIMILARITY, standing.closeness());
        values.put(Feature.NAMES, standing.particulars().names());
        values.put(Feature.DENIAL, standing.particulars().denial());
        values.put(Feature.QUALIFIERS, standing.particulars().qualifiers());
        values.put(Feature.FRESHNESS, freshness(hit.passage().fetchedAt(), now));
        return new Signals(hit.passage().kind(), values);
    }

    /** Of an answer nobody has written yet, if it turned out well supported. */
    static Signals hopeful(Hit hit, Material material, Instant now) {
        var standing = new Standing(1, hit.features().coverage(), 0.5, Particulars.ALL);
        return of(hit, material, standing, now);
    }

    Signals exact() {
        var exact = new EnumMap<>(values);
        exact.put(Feature.EXACT, 1.0);
        return new Signals(kind, exact);
    }

    private static void fromSearch(Map<Feature, Double> values, Hit hit) {
        HitFeatures found = hit.features();
        values.put(Feature.SEARCH_SCORE, hit.score());
        values.put(Feature.LEXICAL_SHARE, found.lexicalShare());
        values.put(Feature.GRAM_SHARE, found.gramShare());
        values.put(Feature.VECTOR_SIMILARITY, found.vectorSimilarity());
        values.put(Feature.COVERAGE, found.coverage());
        values.put(Feature.TITLE_COVERAGE, found.titleCoverage());
        values.put(Feature.AGREEMENT, found.agreement());
        values.put(Feature.MARGIN, Math.clamp(found.margin(), 0, 1));
        values.put(Feature.LEAD, Math.clamp(found.lead(), 0, 1));
        values.put(Feature.KNOWN_WORDS, found.known());
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
