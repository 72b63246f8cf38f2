package io.taros.search.fusion;

import io.taros.search.DocumentId;
import io.taros.search.lucene.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rest of a long document says about its best passage. One passage in a manual may share
 * words with a question by chance; where others of the same document fit as well, it is about the
 * matter. Documents of which only one or two passages were found are taken as they are.
 */
final class DocumentSupport {
    private static final int LONG = 3;
    private static final int ASKED = 2;

    private DocumentSupport() {}

    /**
     * Lowers all passages of a document alike, by what its next two passages fall short of its
     * best.
     */
    static double[] apply(List<Found> candidates, double[] scores, FusionWeights weights) {
        Map<DocumentId, List<Double>> byDocument = new HashMap<>();
        for (var i = 0; i < scores.length; i++) {
            byDocument
                    .computeIfAbsent(candidates.get(i).document(), _ -> new ArrayList<>())
                    .add(scores[i]);
        }
        Map<DocumentId, Double> gaps = new HashMap<>();
        byDocument.forEach((document, own) -> gaps.put(document, gap(own)));
        var supported = new double[scores.length];
        for (var i = 0; i < scores.length; i++) {
            var found = candidates.get(i);
            var weight = weights.of(found.kind()).documentSupport();
            var gap = gaps.getOrDefault(found.document(), 0.0);
            supported[i] = scores[i] - weight / (1 + weight) * gap;
        }
        return supported;
    }

    private static double gap(List<Double> scores) {
        if (scores.size() < LONG) {
            return 0;
        }
        scores.sort(Comparator.reverseOrder());
        var next = scores.subList(1, 1 + ASKED).stream().mapToDouble(score -> score).average();
        return scores.getFirst() - next.orElseThrow();
    }
}
