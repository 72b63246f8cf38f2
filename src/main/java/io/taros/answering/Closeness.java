package io.taros.answering;

import io.taros.search.LocalEmbedder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How close texts are in meaning, as far as the embedder knows their language. */
final class Closeness {
    private final LocalEmbedder embedder;

    Closeness(LocalEmbedder embedder) {
        this.embedder = embedder;
    }

    /** Whether it tells anything of texts in two languages. */
    boolean isAcrossLanguages() {
        return embedder.isMultilingual();
    }

    /** Cosine of the text with each of the others, 0 where the embedder's word is worth nothing. */
    double[] of(String text, List<String> others, String language) {
        var weight = embedder.weightFor(language);
        if (weight <= 0.2) {
            return new double[others.size()];
        }
        return Arrays.stream(cosines(text, others)).map(cosine -> weight * cosine).toArray();
    }

    /** Cosine of the text with each of the others, whatever it is worth. */
    double[] cosines(String text, List<String> others) {
        var closeness = new double[others.size()];
        if (others.isEmpty()) {
            return closeness;
        }
        var texts = new ArrayList<String>(others.size() + 1);
        texts.add(text);
        texts.addAll(others);
        var vectors = embedder.embedNow(texts);
        for (var i = 0; i < closeness.length; i++) {
            closeness[i] = Math.max(0, cosine(vectors.getFirst(), vectors.get(i + 1)));
        }
        return closeness;
    }

    private static double cosine(float[] a, float[] b) {
        var dot = 0.0;
        var lengthOfA = 0.0;
        var lengthOfB = 0.0;
        for (var i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            lengthOfA += a[i] * a[i];
            lengthOfB += b[i] * b[i];
        }
        return dot == 0 ? 0 : dot / Math.sqrt(lengthOfA * lengthOfB);
    }
}
