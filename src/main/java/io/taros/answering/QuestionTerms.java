package io.taros.answering;

import io.taros.search.Hit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content words of a question, weighed by how rare they are among the passages that were found:
 * "shop" in every passage of a shop says little, "refund" says much.
 */
final class QuestionTerms {
    private final Map<String, Double> weights;
    private final double total;

    private QuestionTerms(Map<String, Double> weights) {
        this.weights = weights;
        this.total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static QuestionTerms of(String question, String language, List<Hit> hits) {
        var frequency = new HashMap<String, Integer>();
        var passages = 0;
        for (var hit : hits) {
            passages++;
            for (var stem : PassageReading.of(hit.passage(), language).stems()) {
                frequency.merge(stem, 1, Integer::sum);
            }
        }
        var weights = new LinkedHashMap<String, Double>();
        for (var stem : Words.stems(question, language)) {
            var seen = frequency.getOrDefault(stem, 0);
            weights.put(stem, Math.log(1 + (passages - seen + 0.5) / (seen + 0.5)) + 0.2);
        }
        return new QuestionTerms(weights);
    }

    int count() {
        return weights.size();
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /**
     * Share of the question's weight whose words occur among the stems, compounds counting by their
     * parts.
     */
    double coverage(Set<String> stems) {
        if (total == 0) {
            return 0;
        }
        var covered = 0.0;
        for (var term : weights.entrySet()) {
            covered += term.getValue() * presence(term.getKey(), stems);
        }
        return covered / total;
    }

    private static double presence(String term, Set<String> stems) {
        if (stems.contains(term)) {
            return 1;
        }
        if (term.length() < 5) {
            return 0;
        }
        for (var stem : stems) {
            if (stem.length() >= 5 && (stem.contains(term) || term.contains(stem))) {
                return 0.7;
            }
        }
        return 0;
    }
}
