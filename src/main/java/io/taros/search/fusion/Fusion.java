package io.taros.search.fusion;

import io.taros.search.Embedder;
import io.taros.search.HitFeatures;
import io.taros.search.lucene.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * One ranking out of words, 4-grams and vectors. A sum of weighted measures, each once absolute and
 * once relative to the best candidate: rank fusion throws the distances away and came out worse
 * than its better half on most sets (docs/answer-quality.md).
 */
@Component
public class Fusion {
    private static final String UNKNOWN = "und";

    private final FusionWeights weights = FusionWeights.read();
    private final Embedder embedder;

    public Fusion(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Best first. {@code language} is the question's, {@code und} when unknown. */
    public List<Ranked> rank(List<Found> candidates, String language) {
        var lexical = new Measure(candidates, found -> found.signals().lexicalShare());
        var grams = new Measure(candidates, found -> found.signals().gramShare());
        var vector = new Measure(candidates, found -> Math.max(0, found.signals().cosine()));
        var own = new double[candidates.size()];
        for (var i = 0; i < own.length; i++) {
            var found = candidates.get(i);
            var trust = trust(language, found.language());
            var weight = weights.of(found.kind());
            var before = Math.max(0, found.signals().cosineBefore());
            own[i] =
                    weight.pairs() * found.signals().pairShare()
                            + trust * weight.answerBefore() * before
                            + (found.faq() ? weight.faq() : 0)
                            + weight.lexical() * lexical.value(i)
                            + weight.grams() * grams.value(i)
                            + trust * weight.vector() * vector.value(i)
                            + weight.lexicalRelative() * lexical.relative(i)
                            + weight.gramsRelative() * grams.relative(i)
                            + trust * weight.vectorRelative() * vector.relative(i);
        }
        var supported = DocumentSupport.apply(candidates, own, weights);
        var scores = Freshness.apply(candidates, supported, weights);
        var distances = new Distances(candidates, scores);
        var ranked = new ArrayList<Ranked>(scores.length);
        for (var i = 0; i < scores.length; i++) {
            var agreement = 1.0 / Math.max(lexical.rank(i), vector.rank(i));
            var found = candidates.get(i);
            var features = features(found, language, agreement, distances.of(found, scores[i]));
            ranked.add(new Ranked(found, scores[i], features));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }

    private HitFeatures features(
            Found found, String language, double agreement, Distances.Distance distance) {
        var signals = found.signals();
        return new HitFeatures(
                signals.lexicalShare(),
                signals.gramShare(),
                Math.max(0, signals.cosineStandalone()),
                signals.coverage(),
                signals.titleCoverage(),
                agreement,
                distance.margin(),
                distance.lead(),
                signals.known(),
                language.equals(found.language()) ? 1 : 0,
                trust(language, found.language()));
    }

    /** The vector says no more than the embedder understands of either side. */
    private double trust(String asked, String found) {
        var ofPassage = embedder.weightFor(found);
        return asked.equals(UNKNOWN) ? ofPassage : Math.min(embedder.weightFor(asked), ofPassage);
    }

    /** One measure over all candidates. */
    private static final class Measure {
        private final double[] values;
        private final double best;

        Measure(List<Found> candidates, ToDoubleFunction<Found> measure) {
            values = candidates.stream().mapToDouble(measure).toArray();
            var top = 0.0;
            for (var value : values) {
                top = Math.max(top, value);
            }
            best = top;
        }

        double value(int i) {
            return values[i];
        }

        double relative(int i) {
            return best == 0 ? 0 : values[i] / best;
        }

        /** 1 for the best. */
        int rank(int i) {
            var rank = 1;
            for (var value : values) {
                rank += value > values[i] ? 1 : 0;
            }
            return rank;
        }
    }
}
