package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.util.Utils;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {
    private static final Embedder EMBEDDER = OnnxEmbedder.miniLm();

    @Test
    void putsWhatMeansTheSameCloseTogether() {
        var vectors =
                EMBEDDER.embed(
                        List.of(
                                "How do I send something back?",
                                "Returning an item",
                                "Our office dog is called Bella"));

        assertThat(VectorUtil.dotProduct(vectors.get(0), vectors.get(1)))
                .isGreaterThan(VectorUtil.dotProduct(vectors.get(0), vectors.get(2)) + 0.2f);
        assertThat(VectorUtil.dotProduct(vectors.get(0), vectors.get(0)))
                .isCloseTo(1, within(1e-5f));
    }

    @Test
    void takesTextsWithoutWordsAndTextsBeyondItsWindow() {
        var vectors = EMBEDDER.embed(List.of("", " \u0001\u200b ", "long text ".repeat(2_000)));

        assertThat(vectors).hasSize(3).allSatisfy(vector -> assertThat(vector).hasSize(384));
    }

    @Test
    void answersRepeatedTextsInOrder() {
        var vectors = EMBEDDER.embed(List.of("one", "two", "one"));

        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
    }

    /** The tokenizer's library reports cloud machines to its makers unless it is told not to. */
    @Test
    void tellsNobodyWhereItRuns() {
        EMBEDDER.embed(List.of("anything"));

        assertThat(Utils.isOfflineMode()).isTrue();
    }
}
