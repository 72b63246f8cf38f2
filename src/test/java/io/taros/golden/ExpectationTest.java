package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.taros.answering.Answer.Outcome;
import io.taros.platform.web.BadInput;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
    private static GivenAnswer answered(String text) {
        return given(Outcome.ANSWERED, text);
    }

    private static GivenAnswer given(Outcome outcome, String text) {
        var source =
                new GivenAnswer.Source(
                        1,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Returns and Exchanges",
                        "https://Shop.example/returns/#money",
                        "quoted");
        return new GivenAnswer(outcome, text, "en", 0.8, List.of(source), List.of());
    }

    private static List<String> kinds(Expectation expectation, GivenAnswer answer) {
        return expectation.failures(answer).stream()
                .map(failure ->
                        failure.kind() + (failure.subject() == null ? "" : " " + failure.subject()))
                .toList();
    }

    private static Expectation required(String... facts) {
        return Expectation.of("answer", List.of(facts), List.of(), null);
    }

    private static Expectation forbidden(String... facts) {
        return Expectation.of("answer", List.of(), List.of(facts), null);
    }

    private static Expectation cites(String source) {
        return Expectation.of("answer", List.of(), List.of(), source);
    }

    @Nested
    class MustNotBeAnswered {
        private final Expectation silence = Expectation.of("no_answer", List.of(), List.of(), "");

        @Test
        void passesWhenTheBotIsNotSureOrHandsOver() {
            assertThat(kinds(silence, given(Outcome.UNANSWERED, "I am not sure."))).isEmpty();
            assertThat(kinds(silence, given(Outcome.HANDOVER, "A person will come."))).isEmpty();
        }

        @Test
        void failsWhenItIsAnswered() {
            assertThat(kinds(silence, answered("It is blue."))).containsExactly("ANSWERED");
        }

        @Test
        void hasNeitherFactsNorASource() {
            for (var kind :
                    List.<Runnable>of(
                            () -> Expectation.of("no_answer", List.of("a"), List.of(), null),
                            () -> Expectation.of("no_answer", List.of(), List.of("a"), null),
                            () -> Expectation.of("no_answer", List.of(), List.of(), "a"))) {
                assertThatExceptionOfType(BadInput.class)
                        .isThrownBy(kind::run)
                        .matches(refused -> refused.field().equals("expectation"));
            }
        }
    }

    @Nested
    class MustBeAnswered {
        @Test
        void failsForOneReasonWhereThereIsNoAnswer() {
            var wanted = Expectation.of("answer", List.of("30"), List.of("14"), "Returns");

            assertThat(kinds(wanted, given(Outcome.UNANSWERED, "14")))
                    .containsExactly("UNANSWERED");
            assertThat(kinds(wanted, given(Outcome.HANDOVER, "14"))).containsExactly("HANDOVER");
        }

        @Test
        void namesEveryFactThatIsMissingOrForbidden() {
            var wanted =
                    Expectation.of(
                            "answer", List.of("30 days", "unworn"), List.of("socks", "free"), null);

            assertThat(kinds(wanted, answered("Within 14 days, unworn. Socks are free.")))
                    .containsExactly("MISSING 30 days", "FORBIDDEN socks", "FORBIDDEN free");
        }

        @ParameterizedTest
        @CsvSource({
            "30 days, within 30 DAYS of delivery",
            "30 days, '30\u00a0days'",
            "30 days, 'within 30\n  days.'",
            "delivery costs 9 euro, Delivery [1] costs 9 euro [2].",
            "5.95 EUR, 'It costs 5.95 EUR, and no more.'",
            "5, 'It costs 5.'",
            "blåbær, BLÅBÆR",
            "blåbær, 'bla\u030abær'"
        })
        void findsAFactWhateverItsCapitalsAndSpaces(String fact, String answer) {
            assertThat(kinds(required(fact), answered(answer))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "30 days, within 130 days",
            "5, It costs 5.95 EUR",
            "95, It costs 5.95 EUR",
            "5, 'It costs 1,5 kg'",
            "1000, 'It costs 1,000 EUR'",
            "1, It is so. [1]",
            "30 days, within 30 working days"
        })
        void takesNumbersAsTheyAreWritten(String fact, String answer) {
            assertThat(kinds(required(fact), answered(answer))).hasSize(1);
            assertThat(kinds(forbidden(fact), answered(answer))).isEmpty();
        }

        @Test
        void findsAFactThatStandsWholeOnlyTheSecondTime() {
            assertThat(kinds(required("30 days"), answered("Not 130 days but 30 days."))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "returns and  exchanges",
                    "https://shop.example/returns",
                    "shop.example/returns/",
                    "http://shop.example/returns#top"
                })
        void findsASourceByTitleOrAddress(String source) {
            assertThat(kinds(cites(source), answered("Yes."))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Returns", "https://shop.example/", "https://shop.example/return"})
        void takesNoPartOfATitleOrAddressForTheWhole(String source) {
            assertThat(kinds(cites(source), answered("Yes.")))
                    .containsExactly("NOT_CITED " + source);
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withTooMuchOfAnything() {
            var facts = IntStream.rangeClosed(0, 20).mapToObj(n -> "fact " + n);

            assertThat(refusal(() -> required("x".repeat(Expectation.MAX_FACT + 1))))
                    .isEqualTo("required");
            assertThat(refusal(() -> forbidden(facts.toArray(String[]::new))))
                    .isEqualTo("forbidden");
            assertThat(refusal(() -> cites("x".repeat(Expectation.MAX_SOURCE + 1))))
                    .isEqualTo("source");
            assertThat(refusal(() -> new NewGoldenQuestion(" ", required()))).isEqualTo("question");
            assertThat(refusal(() -> new NewGoldenQuestion("x".repeat(1_001), required())))
                    .isEqualTo("question");
            assertThat(refusal(() -> Expectation.of("perhaps", List.of(), List.of(), null)))
                    .isEqualTo("expectation");
        }

        @Test
        void whenNoAnswerCouldPass() {
            assertThat(
                            refusal(() ->
                                    Expectation.of(
                                            "answer",
                                            List.of("within 30 days"),
                                            List.of("30 Days"),
                                            null)))
                    .isEqualTo("forbidden");
        }

        private String refusal(Runnable attempt) {
            try {
                attempt.run();
            } catch (BadInput refused) {
                return refused.field();
            }
            throw new AssertionError("Not refused");
        }
    }

    @Test
    void readsTheKindInAnyOfItsSpellings() {
        for (var word : List.of("no_answer", "No-answer", "must not answer", "MUST_NOT_ANSWER")) {
            assertThat(Expectation.Kind.of(word)).as(word).contains(Expectation.Kind.NO_ANSWER);
        }
        for (var word : List.of("", " ", "answer", "Must answer")) {
            assertThat(Expectation.Kind.of(word)).as(word).contains(Expectation.Kind.ANSWER);
        }
    }

    @Test
    void forgetsEmptyLinesAndRepetitions() {
        assertThat(required(" 30 days ", "", "30 days").required()).containsExactly("30 days");
        assertThat(cites("  ").source()).isNull();
    }
}
