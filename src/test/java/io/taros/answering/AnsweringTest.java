package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.taros.answering.Trace.Attempt;
import io.taros.answering.Trace.Standalone;
import io.taros.answering.Turn.Speaker;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Protocol;
import io.taros.bot.Bot;
import io.taros.bot.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** P-16: what is answered, and from what. */
class AnsweringTest {
    private final Shop shop = Shop.sample();
    private final Bot bot = shop.bot(Provider.NONE);
    private final Recorder sink = new Recorder();

    /** What a visitor sees. */
    private static final class Recorder implements AnswerSink {
        final StringBuilder text = new StringBuilder();
        final List<String> deltas = new ArrayList<>();
        List<Citation> citations = List.of();
        Reliability reliability = new Reliability(0, List.of());

        @Override
        public void delta(String more) {
            deltas.add(more);
            text.append(more);
        }

        @Override
        public void sources(List<Citation> all) {
            citations = all;
        }

        @Override
        public void score(Reliability score) {
            reliability = score;
        }
    }

    private Answer ask(String question) {
        return shop.answering().answer(new Question(bot, question), sink);
    }

    @Nested
    class Quoting {
        @Test
        void answersWithTheSentencesOfTheSourceWordForWord() {
            var answer = ask("How many days do I have to return an item?");

            assertThat(answer).isInstanceOf(Answer.Grounded.class);
            assertThat(answer.text())
                    .contains("You can return any item within 30 days of delivery.")
                    .endsWith("[1]");
            var citation = answer.citations().getFirst();
            assertThat(citation.title()).isEqualTo("Returns");
            assertThat(citation.quote()).startsWith("You can return any item");
            assertThat(answer.trace().attempts())
                    .last()
                    .extracting(Attempt::composer)
                    .isEqualTo(Composer.QUOTE);
        }

        @Test
        void keepsAListTogetherWithItsLeadIn() {
            var answer = ask("How do I make a warranty claim for damage?");

            assertThat(answer.text())
                    .contains("To make a claim:\n- Take photos of the damage\n- Find your receipt");
        }

        @Test
        void givesTheSinkWhatItReturns() {
            var answer = ask("How much does standard delivery cost?");

            assertThat(sink.text).hasToString(answer.text());
            assertThat(sink.citations).isEqualTo(answer.citations());
            assertThat(sink.reliability).isEqualTo(answer.reliability());
        }

        @Test
        void saysThatItIsNotSureInTheVisitorsLanguage() {
            var answer = ask("Hvordan tilmelder jeg mig jeres nyhedsbrev?");

            assertThat(answer).isInstanceOf(Answer.Unanswered.class);
            assertThat(answer.text()).startsWith("Det ved jeg ikke sikkert nok");
            assertThat(answer.language()).isEqualTo("da");
            assertThat(answer.citations()).isEmpty();
        }

        @Test
        void obeysTheThresholdOfTheBot() {
            var strict = shop.bot(Provider.NONE, 1);

            var answer =
                    shop.answering()
                            .answer(new Question(strict, "How long does delivery take?"), sink);

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.UNANSWERED);
        }
    }

    @Nested
    class Calibrated {
        private static final String QUESTION = "How long does delivery take?";

        @Test
        void saysFromWhereTheScoreWasMovedAndByHowMuchEvidence() {
            var before = ask(QUESTION).reliability();
            shop.calibrated(new Calibration(0.7, 1, 42));

            var after = ask(QUESTION).reliability();

            assertThat(before.adjusted()).isNull();
            assertThat(after.adjusted()).isEqualTo(new Reliability.Adjusted(before.score(), 42));
            assertThat(after.score()).isGreaterThan(before.score());
            assertThat(after.raw()).isEqualTo(before.score());
            assertThat(sink.reliability).isEqualTo(after);
        }

        @Test
        void saysNothingWhereTheEvidenceChangesNothing() {
            shop.calibrated(new Calibration(0, 1, 42));

            assertThat(ask(QUESTION).reliability().adjusted()).isNull();
        }

        @Test
        void decidesByTheCalibratedScore() {
            assertThat(ask(QUESTION).outcome()).isEqualTo(Answer.Outcome.ANSWERED);
            shop.calibrated(new Calibration(-4, 1, 42));

            var doubted = ask(QUESTION);

            assertThat(doubted.outcome()).isEqualTo(Answer.Outcome.UNANSWERED);
            assertThat(doubted.trace().scoring().score()).isEqualTo(doubted.reliability().score());
        }

        @Test
        void knowsWhatItHasWithheld() {
            var given = ask(QUESTION);
            shop.calibrated(new Calibration(-4, 1, 42));

            var withheld = ask(QUESTION).trace().withheld();

            assertThat(given.trace().withheld()).isNull();
            assertThat(withheld).isNotNull();
            assertThat(withheld.text()).contains("2 to 4 working days");
            assertThat(withheld.citations()).isEqualTo(given.citations());
        }

        @Test
        void leavesCourtesiesAndWishesAlone() {
            shop.calibrated(new Calibration(-4, 1, 42));

            for (var said : List.of("Hello", "I want to talk to a human")) {
                assertThat(ask(said).reliability().score()).isEqualTo(1);
                assertThat(ask(said).reliability().adjusted()).isNull();
            }
        }
    }

    @Nested
    class Manual {
        @ParameterizedTest
        @CsvSource({
            "What are your opening hours?",
            "what are your opening hours",
            "Your opening hours?"
        })
        void givesTheManualAnswerWordForWord(String question) {
            var answer = ask(question);

            assertThat(answer.text())
                    .isEqualTo(
                            "We are open Monday to Friday from 9 to 17.\nOn Saturdays from 10 to 14.");
            assertThat(answer.reliability().word()).isEqualTo(Reliability.Word.SOLID);
            assertThat(answer.reliability().reasons())
                    .containsExactly(Reliability.Reason.WORD_FOR_WORD);
        }

        @ParameterizedTest
        @CsvSource({
            "How do I change my order?",
            "How do I cancel my subscription?",
            "How can I not cancel my order?",
            "How do I cancel my 2 orders?",
            "What are your prices?"
        })
        void doesNotTakeANearMissForTheSame(String question) {
            assertThat(ask(question).trace().attempts())
                    .filteredOn(attempt -> attempt.composer() == Composer.EXACT)
                    .allMatch(attempt -> attempt.outcome() != Attempt.Outcome.USED);
        }
    }

    /** Who asks for a person gets one, and first reads what the owner has to say to that. */
    @Test
    void handsOverInTheWordsOfAManualAnswerToThatWish() {
        shop.manual("Talk to a person", "We answer Monday to Friday from 9 to 17.");

        var answer = ask("talk to a person");

        assertThat(answer).isInstanceOf(Answer.HandoverRequested.class);
        assertThat(answer.text()).isEqualTo("We answer Monday to Friday from 9 to 17.");
    }

    @Nested
    class Understanding {
        @Test
        void makesAFollowUpSearchable() {
            var history =
                    List.of(
                            new Turn(Speaker.VISITOR, "Do you deliver to Sweden?"),
                            new Turn(
                                    Speaker.BOT, "We deliver to Denmark, Sweden and Germany. [1]"));

            var answer =
                    shop.answering()
                            .answer(
                                    new Question(bot, "How much does it cost?", history, null),
                                    sink);

            assertThat(shop.asked().getLast().standalone()).contains("deliver").contains("sweden");
            assertThat(answer.trace().standalone().method())
                    .isEqualTo(Standalone.Method.WORDS_ADDED);
            assertThat(answer.text()).contains("5.95 EUR");
        }

        @Test
        void leavesAQuestionThatStandsOnItsOwn() {
            var history = List.of(new Turn(Speaker.VISITOR, "Do you deliver to Sweden?"));

            shop.answering()
                    .answer(
                            new Question(
                                    bot,
                                    "What warranty comes with a bicycle frame?",
                                    history,
                                    null),
                            sink);

            assertThat(shop.asked().getLast().standalone())
                    .isEqualTo("What warranty comes with a bicycle frame?");
        }

        @Test
        void tellsEveryStepInTheTrace() {
            var trace = ask("How long does delivery take?").trace();

            assertThat(trace.found()).isNotEmpty().anyMatch(Trace.Found::chosen);
            assertThat(trace.attempts())
                    .extracting(Attempt::composer, Attempt::outcome)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    Composer.EXACT, Attempt.Outcome.NO_MATCH),
                            org.assertj.core.groups.Tuple.tuple(
                                    Composer.MODEL, Attempt.Outcome.NOT_CONFIGURED),
                            org.assertj.core.groups.Tuple.tuple(
                                    Composer.QUOTE, Attempt.Outcome.USED));
            assertThat(trace.sent()).isEmpty();
            assertThat(trace.timings())
                    .extracting(Trace.Timing::step)
                    .contains("understand", "retrieve", "write", "total");
            var scoring = trace.scoring();
            var sum =
                    scoring.bias()
                            + scoring.contributions().stream()
                                    .mapToDouble(Trace.Contribution::points)
                                    .sum();
            assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(scoring.score(), within(1e-12));
        }

        @Test
        void refusesToRunInsideATransaction() {
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                assertThatThrownBy(() -> ask("Anything?"))
                        .isInstanceOf(IllegalStateException.class);
            } finally {
                TransactionSynchronizationManager.setActualTransactionActive(false);
            }
        }
    }

    @Nested
    class WithAModel {
        private final ModelServer server = new ModelServer();

        @AfterEach
        void stop() {
            server.close();
        }

        private Answer ask(Protocol protocol, String question, List<Turn> history) {
            var settings =
                    protocol.settings(
                            server.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(10));
            return shop.answering(settings)
                    .answer(
                            new Question(shop.bot(protocol.provider()), question, history, null),
                            sink);
        }

        private Answer ask(Protocol protocol, String question) {
            return ask(protocol, question, List.of());
        }

        @ParameterizedTest
        @EnumSource
        void writesFromThePassagesAndCitesThem(Protocol protocol) {
            server.plays(
                    ModelServer.stream(
                            protocol.frames(
                                    "You can return items with",
                                    "in 30 days of delivery [1]. ",
                                    "Return shipping costs 4.95 EUR. [1]")));

            var answer = ask(protocol, "Can I return an item and what does return shipping cost?");

            assertThat(answer.text())
                    .isEqualTo(
                            "You can return items within 30 days of delivery. [1] Return shipping costs 4.95 EUR. [1]");
            assertThat(answer.citations()).hasSize(1);
            assertThat(answer.citations().getFirst().quote())
                    .startsWith("You can return any item within 30 days");
            assertThat(sink.text).hasToString(answer.text());
            assertThat(answer.usage()).isEqualTo(new Usage(11, 7));
            var sent = answer.trace().sent().getFirst();
            assertThat(sent.user()).contains("Refunds are paid").contains("bicycle mechanic");
            assertThat(sent.host()).isEqualTo("127.0.0.1");
        }

        @Test
        void withholdsWhatThePassagesDoNotSay() {
            server.plays(
                    ModelServer.stream(
                            Protocol.OPENAI.frames(
                                    "You can return any item within 60 days [1]. ",
                                    "You can return any item within 30 days of delivery [1]. ",
                                    "You cannot return any item within 30 days of delivery [1]. ",
                                    "Our founder Elon Gates loves returns [1]. ",
                                    "Returning broken toys improves your karma considerably [1].")));

            var answer = ask(Protocol.OPENAI, "Can I return an item?");

            assertThat(answer.text())
                    .isEqualTo("You can return any item within 30 days of delivery. [1]");
            assertThat(answer.trace().sentences())
                    .filteredOn(sentence -> !sentence.released())
                    .hasSize(4);
        }

        @Test
        void fallsBackToQuotingWhenNothingIsSupported() {
            server.plays(
                    ModelServer.stream(
                            Protocol.OPENAI.frames("Delivery takes 99 days by rocket [2].")));

            var answer = ask(Protocol.OPENAI, "How long does standard delivery take?");

            assertThat(answer.text()).contains("2 to 4 working days");
            assertThat(answer.trace().attempts())
                    .extracting(Attempt::outcome)
                    .containsExactly(
                            Attempt.Outcome.NO_MATCH,
                            Attempt.Outcome.NOTHING_SUPPORTED,
                            Attempt.Outcome.USED);
        }

        @Test
        void fallsBackToQuotingWhenTheProviderFails() {
            server.plays(ModelServer.status(401));

            var answer = ask(Protocol.ANTHROPIC, "How long does standard delivery take?");

            assertThat(answer.text()).contains("2 to 4 working days");
            assertThat(answer.trace().attempts().get(1).detail())
                    .isEqualTo("unauthorized: HTTP 401");
        }

        @Test
        void keepsTheCheckedSentencesWhenTheStreamBreaks() {
            var frames =
                    Protocol.OPENAI.frames(
                            "Standard delivery takes 2 to 4 working days [1]. ",
                            "It costs 5.9",
                            "5 EUR [1].");
            server.plays(ModelServer.cutAfter(frames, 3));

            var answer = ask(Protocol.OPENAI, "How long does standard delivery take?");

            assertThat(answer.text()).isEqualTo("Standard delivery takes 2 to 4 working days. [1]");
            assertThat(server.received()).hasSize(1);
        }

        @Test
        void saysNotSureWhenTheModelFindsNoAnswer() {
            server.plays(ModelServer.stream(Protocol.OPENAI.frames(AnswerPrompt.NO_ANSWER)));

            assertThat(ask(Protocol.OPENAI, "How long does standard delivery take?"))
                    .isInstanceOf(Answer.Unanswered.class);
        }

        @Test
        void letsTheModelMakeAFollowUpStandAlone() {
            server.plays(
                    ModelServer.stream(
                            Protocol.OPENAI.frames("How much does delivery to Sweden cost?")),
                    ModelServer.stream(
                            Protocol.OPENAI.frames("Standard delivery costs 5.95 EUR [1].")));
            var history = List.of(new Turn(Speaker.VISITOR, "Do you deliver to Sweden?"));

            var answer = ask(Protocol.OPENAI, "How much does it cost?", history);

            assertThat(shop.asked().getLast().standalone())
                    .isEqualTo("How much does delivery to Sweden cost?");
            assertThat(answer.trace().standalone().method()).isEqualTo(Standalone.Method.REWRITTEN);
            assertThat(answer.trace().sent()).hasSize(2);
            assertThat(answer.usage()).isEqualTo(new Usage(22, 14));
        }
    }
}
