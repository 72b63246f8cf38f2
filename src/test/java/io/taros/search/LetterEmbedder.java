package io.taros.search;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.VectorUtil;

/** Counts letters: quick, and the same text always has the same vector. */
public final class LetterEmbedder implements Embedder {
    private static final int DIMENSIONS = 27;

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(LetterEmbedder::vector).toList();
    }

    @Override
    public String model() {
        return "letters";
    }

    @Override
    public double weightFor(String language) {
        return language.equals("en") ? 1 : 0.5;
    }

    @Override
    public boolean isMultilingual() {
        return false;
    }

    private static float[] vector(String text) {
        var vector = new float[DIMENSIONS];
        vector[DIMENSIONS - 1] = 0.1f;
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .forEach(letter -> vector[letter - 'a']++);
        return VectorUtil.l2normalize(vector);
    }
}
