package io.taros.answering;

import static java.util.Objects.requireNonNull;

import io.taros.answering.Reliability.Reason;
import io.taros.answering.Signals.Feature;
import io.taros.answering.Trace.Contribution;
import io.taros.answering.Trace.Scoring;
import io.taros.search.Passage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Turns signals into a probability: a logistic function over named features with weights anybody
 * can read. One set for answers that rest on a passage of text and one for those that rest on a
 * manual question, in which the same numbers say different things.
 */
final class ReliabilityModel {
    private static final String FILE = "reliability.properties";
    private static final int MAX_REASONS = 4;

    private record Weights(double bias, Map<Feature, Double> byFeature) {}

    private final Map<Passage.Kind, Weights> weights;

    private ReliabilityModel(Map<Passage.Kind, Weights> weights) {
        this.weights = weights;
    }

    static ReliabilityModel load() {
        var file = new Properties();
        try (var in = ReliabilityModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + FILE);
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var weights = new EnumMap<Passage.Kind, Weights>(Passage.Kind.class);
        for (var kind : Passage.Kind.values()) {
            var prefix = kind.name().toLowerCase(Locale.ROOT) + ".";
            var byFeature = new EnumMap<Feature, Double>(Feature.class);
            for (var feature : Feature.values()) {
                byFeature.put(feature, number(file, prefix + feature.key()));
            }
            weights.put(kind, new Weights(number(file, prefix + "bias"), byFeature));
        }
        return new ReliabilityModel(weights);
    }

    private static double number(Properties file, String key) {
        var value = file.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " lacks " + key);
        }
        return Double.parseDouble(value.strip());
    }

    private Weights weights(Signals signals) {
        return requireNonNull(weights.get(signals.kind()), "every kind has its weights");
    }

    /** As it is for every bot, before any calibration. */
    double score(Signals signals) {
        var weights = weights(signals);
        var sum = weights.bias();
        for (var weight : weights.byFeature().entrySet()) {
            sum += weight.getValue() * signals.get(weight.getKey());
        }
        return 1 / (1 + Math.exp(-sum));
    }

    Reliability judge(Signals signals, Calibration calibration) {
        var score = score(signals);
        var adjusted =
                calibration.changesNothing()
                        ? null
                        : new Reliability.Adjusted(score, calibration.judged());
        return new Reliability(calibration.of(score), reasons(signals), adjusted);
    }

    Scoring explain(Signals signals, Calibration calibration, double threshold) {
        var weights = weights(signals);
        var contributions = new ArrayList<Contribution>();
        weights.byFeature()
                .forEach((feature, weight) ->
                        contributions.add(
                                new Contribution(feature.key(), signals.get(feature), weight)));
        return new Scoring(
                calibration.of(score(signals)), threshold, weights.bias(), contributions);
    }

    /** A score that was not computed but is known, such as for a courtesy. */
    static Scoring certain(double threshold) {
        return new Scoring(1, threshold, 0, List.of());
    }

    private static List<Reason> reasons(Signals signals) {
        if (signals.get(Feature.EXACT) == 1) {
            return List.of(Reason.WORD_FOR_WORD);
        }
        var reasons = new ArrayList<Reason>();
        var covered = Math.max(signals.get(Feature.COVERAGE), signals.get(Feature.ANSWER_COVERAGE));
        reasons.add(covered >= 0.7 ? Reason.TERMS_COVERED : Reason.TERMS_MISSING);
        if (signals.get(Feature.NAMES) < 1 || signals.get(Feature.DENIAL) < 1) {
            reasons.add(Reason.OTHER_PARTICULARS);
        }
        var similarity = signals.get(Feature.VECTOR_SIMILARITY);
        if (similarity >= 0.55) {
            reasons.add(Reason.CLOSE_IN_MEANING);
        } else if (similarity > 0.1 && similarity < 0.35) {
            reasons.add(Reason.FAR_IN_MEANING);
        }
        if (signals.get(Feature.LANGUAGE_MATCH) < 0.5) {
            reasons.add(Reason.OTHER_LANGUAGE);
        }
        if (signals.get(Feature.FRESHNESS) < 0.5) {
            reasons.add(Reason.OLD_SOURCE);
        }
        if (signals.get(Feature.AGREEMENT) >= 0.7) {
            reasons.add(Reason.SEARCHES_AGREE);
        } else if (signals.get(Feature.AGREEMENT) < 0.2) {
            reasons.add(Reason.SEARCHES_DISAGREE);
        }
        reasons.add(
                signals.get(Feature.MARGIN) >= 0.15
                        ? Reason.CLEAR_WINNER
                        : Reason.SEVERAL_CANDIDATES);
        reasons.add(
                signals.get(Feature.SUPPORT) >= 0.75
                        ? Reason.WELL_SUPPORTED
                        : Reason.THINLY_SUPPORTED);
        return reasons.subList(0, Math.min(MAX_REASONS, reasons.size()));
    }
}
