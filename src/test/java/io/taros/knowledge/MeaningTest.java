package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.taros.search.Embedder;
import io.taros.search.LetterEmbedder;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private final Embedder embedder = new LetterEmbedder();

    @Test
    void ofATextIsItsWordsAndWhatTheyStandUnder() {
        var meaning = Meaning.of("Delivery", new Reading.Piece("Norway", "Five days.", null, "en"));

        assertThat(vector(meaning))
                .isEqualTo(embedder.embed(List.of("Delivery\nNorway\nFive days.")).getFirst());
    }

    @Test
    void ofAQuestionLeansTowardsItsAnswer() {
        var alone = embedder.embed(List.of("Opening hours?")).getFirst();
        var answer = embedder.embed(List.of("The jazz quiz")).getFirst();

        var vector = vector(question("The jazz quiz"));

        assertThat(VectorUtil.dotProduct(vector, answer))
                .isGreaterThan(VectorUtil.dotProduct(alone, answer));
        assertThat(VectorUtil.dotProduct(vector, alone)).isGreaterThan(0.9f);
        assertThat(VectorUtil.dotProduct(vector, vector)).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void isKnownByQuestionAndAnswer() {
        assertThat(question("Nine.").hash())
                .isEqualTo(question("Nine.").hash())
                .isNotEqualTo(question("Ten.").hash());
    }

    private static Meaning question(String answer) {
        return Meaning.of("", new Reading.Piece("", "Opening hours?", answer, "en"));
    }

    private float[] vector(Meaning meaning) {
        return Meaning.vectors(List.of(meaning), embedder).getFirst();
    }
}
