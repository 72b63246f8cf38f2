package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.search.DocumentId;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroundedSentencesTest {
    private final Passage source =
            new Passage(
                    new PassageId(UUID.randomUUID()),
                    new DocumentId(UUID.randomUUID()),
                    UUID.randomUUID(),
                    Passage.Kind.TEXT,
                    "en",
                    "Delivery",
                    "",
                    null,
                    0,
                    "Parcels arrive within **two days**. On islands it takes longer.",
                    null,
                    Instant.EPOCH);

    @Test
    void countsWhatTheSourceSaysWordForWord() {
        var answer = "Parcels arrive within two days. [1]\n- On islands it takes longer. [1]";

        assertThat(GroundedSentences.quoted(answer, List.of(source)))
                .isEqualTo(new GroundedSentences(2, 2));
    }

    @Test
    void doesNotCountWhatWasAddedOrChanged() {
        var answer = "Parcels arrive within three days. Parcels arrive. We promise.";

        assertThat(GroundedSentences.quoted(answer, List.of(source)))
                .isEqualTo(new GroundedSentences(3, 1));
    }
}
