package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final float[] EAST = {1, 0};
    private static final float[] NEARLY_EAST = {0.75f, 0.6614f};
    private static final float[] NORTH = {0, 1};

    @Test
    void tellsDuplicatesFromContradictions() {
        assertThat(between("We open at nine.", "We open at nine!")).contains(Likeness.DUPLICATE);
        assertThat(between("We open at 9:00 every day.", "Every day we open at 9:00."))
                .contains(Likeness.DUPLICATE);
        assertThat(between("It takes 3 days.", "It takes 5 days."))
                .contains(Likeness.CONTRADICTION);
        assertThat(between("You can return sale items.", "You cannot return sale items."))
                .contains(Likeness.CONTRADICTION);
        assertThat(between("Det kan byttes i 30 dage.", "Det kan ikke byttes i 30 dage."))
                .contains(Likeness.CONTRADICTION);
        assertThat(between("Ask the shop.", "Skipper sleeps behind the counter."))
                .contains(Likeness.CONTRADICTION);
    }

    @Test
    void asksForMeaningAndWordsOfTheQuestion() {
        assertThat(between("When do you open?", EAST, "Opening hours?", EAST)).isPresent();
        assertThat(between("When do you open?", EAST, "When do you open today?", NEARLY_EAST))
                .isPresent();
        assertThat(between("When do you open?", EAST, "Opening hours?", NEARLY_EAST)).isEmpty();
        assertThat(between("When do you open?", EAST, "When do you open?", NORTH)).isEmpty();
        assertThat(between("What does zone 1 cost?", EAST, "What does zone 2 cost?", EAST))
                .isEmpty();
        var none = new float[0];
        assertThat(between("When do you open?", none, "when do you OPEN", none)).isPresent();
        assertThat(between("When do you open?", none, "When do you close?", none)).isEmpty();
    }

    @Test
    void leavesTranslationsAlone() {
        var english = asked("en", "Email?", EAST, "Yes.");
        assertThat(Likeness.of(english, asked("da", "Email?", EAST, "Yes."))).isEmpty();
        assertThat(Likeness.of(english, asked("en", "Email?", EAST, "Yes."))).isPresent();
    }

    private static Optional<Likeness> between(String answer, String other) {
        return Likeness.of(asked("en", "Open?", EAST, answer), asked("en", "Open?", EAST, other));
    }

    private static Optional<Likeness> between(
            String one, float[] vector, String other, float[] otherVector) {
        return Likeness.of(
                asked("en", one, vector, "Yes."), asked("en", other, otherVector, "Yes."));
    }

    private static Likeness.Asked asked(
            String language, String wording, float[] vector, String answer) {
        return Likeness.Asked.of(
                new Source.Id(UUID.randomUUID()), language, wording, answer, vector);
    }
}
