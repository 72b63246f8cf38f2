package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Answer.Outcome;
import io.taros.golden.Change.What;
import io.taros.golden.GoldenResult.Verdict;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final GoldenQuestion.Id ID = new GoldenQuestion.Id(UUID.randomUUID());

    private static GoldenResult result(String question, Verdict verdict, GivenAnswer answer) {
        var asked =
                new NewGoldenQuestion(
                        question, Expectation.of("answer", List.of(), List.of(), null));
        return new GoldenResult(ID, asked, verdict, answer, List.of());
    }

    private static GoldenResult passed(GivenAnswer answer) {
        return result("Open?", Verdict.PASSED, answer);
    }

    private static GivenAnswer answer(Outcome outcome, String text, double score, String source) {
        var cited =
                new GivenAnswer.Source(
                        1, UUID.randomUUID(), UUID.randomUUID(), source, null, "quote");
        return new GivenAnswer(outcome, text, "en", score, List.of(cited), List.of());
    }

    private static Set<What> what(GoldenResult before, GoldenResult now) {
        return Change.between(before, now).map(Change::what).orElse(Set.of());
    }

    @Test
    void isNoneWhereTheSameIsSaidFromTheSameSources() {
        var before = passed(answer(Outcome.ANSWERED, "At nine. [1]", 0.80, "Visit"));
        var taughtAnew = passed(answer(Outcome.ANSWERED, "At nine. [2]", 0.84, "Visit"));

        assertThat(Change.between(before, taughtAnew)).isEmpty();
    }

    @Test
    void namesEverythingThatIsOtherwise() {
        var before = passed(answer(Outcome.ANSWERED, "At nine.", 0.80, "Visit"));

        assertThat(what(before, passed(answer(Outcome.ANSWERED, "At ten.", 0.80, "Visit"))))
                .containsExactly(What.ANSWER);
        assertThat(what(before, passed(answer(Outcome.UNANSWERED, "At nine.", 0.80, "Visit"))))
                .containsExactly(What.ANSWER);
        assertThat(what(before, passed(answer(Outcome.ANSWERED, "At nine.", 0.80, "Contact"))))
                .containsExactly(What.SOURCES);
        assertThat(what(before, passed(answer(Outcome.ANSWERED, "At nine.", 0.74, "Visit"))))
                .containsExactly(What.SCORE);
        assertThat(what(before, result("Open?", Verdict.FAILED, before.answer())))
                .containsExactly(What.VERDICT);
        assertThat(what(before, result("Open?", Verdict.FAILED, null)))
                .containsExactlyInAnyOrder(What.VERDICT, What.ANSWER);
    }

    @Test
    void isNotSoughtBetweenTwoQuestions() {
        var before = passed(answer(Outcome.ANSWERED, "At nine.", 0.80, "Visit"));
        var other = result("Closed?", Verdict.FAILED, null);

        assertThat(Change.between(before, other)).isEmpty();
    }
}
