package io.taros.search.fusion;

import io.taros.search.DocumentId;
import io.taros.search.lucene.Found;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the fused scores of documents lie apart; a document counts by its best passage. */
final class Distances {
    private static final int OTHERS = 10;

    private final List<Map.Entry<DocumentId, Double>> best;

    Distances(List<Found> candidates, double[] scores) {
        Map<DocumentId, Double> byDocument = new HashMap<>();
        for (var i = 0; i < scores.length; i++) {
            byDocument.merge(candidates.get(i).document(), scores[i], Math::max);
        }
        best =
                byDocument.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(OTHERS + 1)
                        .toList();
    }

    /**
     * @param margin from the best other document, 0 being as far as nothing found
     * @param lead from the mean of up to ten other documents
     */
    record Distance(double margin, double lead) {}

    Distance of(Found found, double score) {
        var others =
                best.stream()
                        .filter(each -> !each.getKey().equals(found.document()))
                        .mapToDouble(Map.Entry::getValue)
                        .limit(OTHERS)
                        .toArray();
        if (others.length == 0) {
            return new Distance(score, score);
        }
        var sum = 0.0;
        for (var other : others) {
            sum += other;
        }
        return new Distance(score - others[0], score - sum / others.length);
    }
}
