package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Answer.Decision;
import io.taros.answering.Turn.Speaker;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Protocol;
import io.taros.bot.Provider;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskBackTest {
    /** Near to several things the shop knows. */
    private static final String VAGUE = "cancel, deliver, claim";

    private static final String ASKED = "Did you mean one of these?";

    private final Shop shop = Shop.sample();

    /** What the vague question is answered with by a bot that answers everything. */
    private final double score = ask(VAGUE, 0).reliability().score();

    private final double reached = score;
    private final double missed = score + 0.1;

    private Answer ask(String question, double threshold, Turn... history) {
        var bot = shop.bot(Provider.NONE, threshold);
        return shop.answering()
                .answer(new Question(bot, question, List.of(history), null), AnswerSink.NONE);
    }

    private static Turn reply(@Nullable Decision decision) {
        return new Turn(Speaker.BOT, ASKED, decision);
    }

    @Test
    void answersFromTheThresholdOn() {
        assertThat(ask(VAGUE, reached).why()).isEqualTo(Answer.Why.RELIABLE);
    }

    @Test
    void offersWhatItKnowsBelowTheThreshold() {
        var answer = ask(VAGUE, missed);

        assertThat(answer).isInstanceOf(Answer.AskedBack.class);
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.UNANSWERED);
        assertThat(answer.decision()).isEqualTo(Decision.ASK_BACK);
        assertThat(answer.why()).isEqualTo(Answer.Why.SOMETHING_CLOSE);
        assertThat(answer.choices())
                .containsExactlyInAnyOrder("Delivery", "Warranty", "How do I cancel my order?");
        assertThat(answer.text()).contains(ASKED);
        assertThat(answer.citations()).isEmpty();
        assertThat(answer.reliability().reasons()).isNotEmpty();
        assertThat(answer.trace().scoring().score()).isEqualTo(answer.reliability().score());
    }

    @Test
    void keepsItsWordsAndItsChoicesApart() {
        var answer = ask(VAGUE, missed);

        assertThat(answer.text()).doesNotContain(answer.choices());
    }

    @Test
    void isNotSureBelowHalfOfTheThreshold() {
        var faint =
                "Which colours do bells, horns, lamps, saddles, pedals, gloves, helmets, tyres, chains, locks, pumps, racks, baskets, computers, bottles, fenders, grips and warranty stickers have?";
        assertThat(ask(faint, 1).reliability().score()).isLessThan(0.5);

        var answer = ask(faint, 1);

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer.decision()).isEqualTo(Decision.HAND_OVER);
        assertThat(answer.choices()).isEmpty();
    }

    @Test
    void neverAsksBackTwiceRunning() {
        var answer = ask(VAGUE, missed, reply(Decision.ASK_BACK));

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer.why()).isEqualTo(Answer.Why.ASKED_BACK_BEFORE);
        assertThat(answer.decision()).isEqualTo(Decision.HAND_OVER);
        assertThat(answer.text()).isEqualTo(VisitorText.UNKNOWN.in("en"));
    }

    @Test
    void doesNotAskBackWhereNobodyKnowsWhatTheReplyBeforeWas() {
        var answer = ask(VAGUE, missed, reply(null));

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer.why()).isEqualTo(Answer.Why.NOT_RELIABLE_ENOUGH);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "HAND_OVER"})
    void asksBackAgainAfterAnotherReply(Decision between) {
        var answer = ask(VAGUE, missed, reply(Decision.ASK_BACK), reply(between));

        assertThat(answer).isInstanceOf(Answer.AskedBack.class);
    }

    @Test
    void answersTheChoiceWordForWordWhereItIsAManualQuestion() {
        var choice =
                ask(VAGUE, missed).choices().stream()
                        .filter(each -> each.endsWith("?"))
                        .findFirst()
                        .orElseThrow();

        var answer = ask(choice, missed, reply(Decision.ASK_BACK));

        assertThat(answer.text()).isEqualTo("Write to us within one hour and we cancel it.");
        assertThat(answer.reliability().reasons())
                .containsExactly(Reliability.Reason.WORD_FOR_WORD);
    }

    @Test
    void offersAtMostThreeAndNoDocumentTwice() {
        for (var i = 0; i < 6; i++) {
            shop.page("Cancel warranty delivery " + i, "Cancel a delivery under warranty " + i);
        }

        assertThat(ask("cancel delivery of warranty somehow", 1).choices())
                .hasSize(3)
                .satisfies(all -> assertThat(new HashSet<>(all)).hasSize(3));
    }

    @Test
    void takesANumberForNoQuestion() {
        shop.page("4711", "The number 4711 is that of a spare part.");

        assertThat(ask("4711", 1).outcome()).isEqualTo(Answer.Outcome.UNANSWERED);
        assertThat(ask("4711", 1).choices()).isEmpty();
    }

    @Test
    void doesNotOfferTheQuestionItself() {
        assertThat(ask("Warranty", 1).choices()).doesNotContain("Warranty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancel at https://evil.example/x",
                "Cancel <img src=x>",
                "Cancel ![x](data:y)"
            })
    void offersNoTitleThatCouldNotBeSaid(String title) {
        shop.page(title, "Keep the delivery.");
        var below = ask(VAGUE, 0).reliability().score() + 0.1;

        var answer = ask(VAGUE, below);

        assertThat(answer).isInstanceOf(Answer.AskedBack.class);
        assertThat(answer.choices()).noneMatch(choice -> choice.startsWith("Cancel"));
    }

    @Test
    void showsNoCharacterThatNobodyCanSee() {
        shop.page(
                "Cancel\u202E delivery\u200B  warranty", "Cancel the delivery, keep the warranty.");

        assertThat(ask("how cancel delivery warranty", 1).choices())
                .contains("Cancel delivery warranty");
    }

    @Test
    void speaksTheLanguageOfTheVisitor() {
        shop.page(
                "Garanti og levering",
                "Vi giver garanti på alle cykler. Levering er gratis.",
                "da",
                "https://shop.example/garanti");

        var vague = "Hvad er det med garanti og levering og min cykel i Norge?";
        var below = ask(vague, 0).reliability().score() + 0.1;

        var answer = ask(vague, below);

        assertThat(answer).isInstanceOf(Answer.AskedBack.class);
        assertThat(answer.text()).startsWith("Jeg er ikke sikker på, hvad du mener.");
    }

    @Test
    void asksBackWhereAModelFindsNoAnswerInWhatIsClose() {
        var answer = declinedByAModel(1.5 * declinedByAModel(0).reliability().score());

        assertThat(answer.why()).isEqualTo(Answer.Why.SOMETHING_CLOSE);
        assertThat(answer.choices()).contains("Delivery");
    }

    @Test
    void isSureWhatIsMeantWhereTheScoreReachesTheThreshold() {
        assertThat(declinedByAModel(declinedByAModel(0).reliability().score()).why())
                .isEqualTo(Answer.Why.NOTHING_SUPPORTED);
    }

    private Answer declinedByAModel(double threshold) {
        try (var server = new ModelServer()) {
            server.plays(ModelServer.stream(Protocol.OPENAI.frames(AnswerPrompt.NO_ANSWER)));
            var settings =
                    Protocol.OPENAI.settings(
                            server.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(10));
            var bot = shop.bot(Provider.OPENAI, threshold);
            return shop.answering(settings)
                    .answer(
                            new Question(bot, "How long does standard delivery take?"),
                            AnswerSink.NONE);
        }
    }
}
