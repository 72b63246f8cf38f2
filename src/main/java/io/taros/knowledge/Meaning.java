package io.taros.knowledge;

import static java.util.Objects.requireNonNull;

import io.taros.search.Embedder;
import io.taros.search.IndexedPassage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the vector of a passage is made of. A piece of text is found by its words and what they
 * stand under. A manual question is found by how it is worded and, to a smaller part, by what its
 * answer adds: visitors ask for what an answer says as often as in the words of its question.
 *
 * @param whole question and answer in one; a piece of text has none
 */
record Meaning(String wording, @Nullable String whole) {
    /** Best of 0 to .5 on 1,249 questions to 125 answers (docs/answer-quality.md). */
    private static final float SHARE_OF_WHOLE = 0.3f;

    static Meaning of(String title, Reading.Piece piece) {
        return piece.answer() == null
                ? new Meaning(
                        IndexedPassage.embeddedText(title, piece.headingPath(), piece.text()), null)
                : new Meaning(piece.text(), piece.text() + "\n" + piece.answer());
    }

    /** The same for the same meaning, so that it is embedded once however often it is taught. */
    byte[] hash() {
        return whole == null ? ContentHash.of(wording) : ContentHash.of(wording, whole);
    }

    static List<float[]> vectors(List<Meaning> meanings, Embedder embedder) {
        List<String> texts = meanings.stream().flatMap(Meaning::texts).distinct().toList();
        List<float[]> made = embedder.embed(texts);
        Map<String, float[]> byText = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byText.put(texts.get(i), made.get(i));
        }
        return meanings.stream().map(meaning -> meaning.vector(byText)).toList();
    }

    private Stream<String> texts() {
        return whole == null ? Stream.of(wording) : Stream.of(wording, whole);
    }

    /** Of length 1, as those it is made of. */
    private float[] vector(Map<String, float[]> byText) {
        float[] vector = requireNonNull(byText.get(wording)).clone();
        if (whole != null) {
            float[] wider = requireNonNull(byText.get(whole));
            for (int i = 0; i < vector.length; i++) {
                vector[i] += SHARE_OF_WHOLE * (wider[i] - vector[i]);
            }
            VectorUtil.l2normalize(vector);
        }
        return vector;
    }
}
