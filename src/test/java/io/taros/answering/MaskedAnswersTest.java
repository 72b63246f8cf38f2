package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Trace.Attempt;
import io.taros.answering.Turn.Speaker;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Protocol;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.LedgerEntry.Outcome;
import io.taros.platform.egress.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P-15: what identifies people does not reach a model, and the visitor reads it all the same. */
class MaskedAnswersTest {
    private static final String QUESTION =
            "I am anna.berg@mail.example, phone +45 20 30 40 50, CPR 010190-1234, card 4111 1111 1111 1111,"
                    + " account DK50 0040 0440 1162 43. Where do I write to make a warranty claim for damage?";
    private static final List<String> RAW =
            List.of(
                    "anna.berg",
                    "20 30 40 50",
                    "010190-1234",
                    "4111 1111 1111 1111",
                    "0040 0440",
                    "claims@shop.example",
                    "70 20 30 40");

    private final ModelServer server = new ModelServer();
    private final Shop shop =
            Shop.sample()
                    .page(
                            "Claims",
                            """
                            To make a warranty claim for damage, write to claims@shop.example or call 70 20 30 40. \
                            We answer every warranty claim within 2 days.
                            """);
    private final List<String> deltas = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer ask(Protocol protocol, String question, Turn... history) {
        var settings =
                protocol.settings(server.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(10));
        return shop.answering(settings)
                .answer(
                        new Question(
                                shop.bot(protocol.provider(), 0.2),
                                question,
                                List.of(history),
                                null),
                        new AnswerSink() {
                            @Override
                            public void delta(String more) {
                                deltas.add(more);
                            }
                        });
    }

    @ParameterizedTest
    @EnumSource
    void neverArriveRawAndAreReadWhole(Protocol protocol) {
        // The visitor's five come first or last, depending on where they stand in the prompt.
        server.plays((exchange, closing) -> {
            var body = server.received().getLast().body();
            var shops = word(body, "write to (MASKED_EMAIL_\\d+) or call");
            var call = word(body, "or call (MASKED_PHONE_\\d+)");
            var half = shops.length() / 2;
            ModelServer.stream(
                            protocol.frames(
                                    "To make a warranty claim for damage, write to "
                                            + shops.substring(0, half),
                                    shops.substring(half) + " or call ",
                                    call,
                                    " [1]."))
                    .play(exchange, closing);
        });

        var answer = ask(protocol, QUESTION);

        assertThat(server.received()).hasSize(1);
        var sent = server.received().getFirst().body();
        assertThat(RAW).noneMatch(sent::contains);
        assertThat(sent).contains("MASKED_EMAIL_", "MASKED_ID_", "MASKED_CARD_", "MASKED_IBAN_");
        assertThat(answer.text())
                .isEqualTo(
                        "To make a warranty claim for damage, write to claims@shop.example or call 70 20 30 40. [1]");
        assertThat(String.join("", deltas)).isEqualTo(answer.text());
        assertThat(answer.citations().getFirst().quote()).contains("claims@shop.example");
        var shown = answer.trace().sent().getFirst();
        assertThat(RAW).as("the trace shows what was sent").noneMatch(shown.user()::contains);
        var call = shop.calls().all().getLast();
        assertThat(call.purpose()).isEqualTo(Purpose.ANSWER);
        // Another page that was found has one more address.
        assertThat(call.masked()).isEqualTo(RAW.size() + 1);
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.sentBytes()).isEqualTo(sent.getBytes().length);
        assertThat(call.receivedBytes()).isGreaterThan(100);
    }

    /** Their own address may be read back to them; anybody else's may not. */
    @Test
    void tellVisitorsTheirOwnAddressAgain() {
        server.plays((exchange, closing) -> {
            var body = server.received().getLast().body();
            var own = word(body, "I am (MASKED_EMAIL_\\d+)");
            ModelServer.stream(
                            Protocol.OPENAI.frames(
                                    "We answer every warranty claim of "
                                            + own
                                            + " within 2 days [1]. ",
                                    "We answer every claim of mallory@evil.example within 2 days [1]."))
                    .play(exchange, closing);
        });

        var answer =
                ask(
                        Protocol.OPENAI,
                        "I am anna.berg@mail.example. Within how many days do you answer every warranty claim?");

        assertThat(answer.text())
                .as("%s", answer.trace().sentences())
                .isEqualTo(
                        "We answer every warranty claim of anna.berg@mail.example within 2 days. [1]");
    }

    /** A follow-up is made whole by a model, too, and searched for with the values in it. */
    @Test
    void areKeptFromTheModelThatRewrites() {
        server.plays(
                ModelServer.stream(Protocol.OPENAI.frames("How long does it take?")),
                ModelServer.stream(Protocol.OPENAI.frames("NO-ANSWER")));

        ask(Protocol.OPENAI, "And there?", new Turn(Speaker.VISITOR, QUESTION));

        assertThat(server.received()).isNotEmpty();
        assertThat(server.received())
                .allSatisfy(each -> assertThat(RAW).noneMatch(each.body()::contains));
        assertThat(shop.calls().all()).extracting(LedgerEntry::purpose).contains(Purpose.REWRITE);
    }

    @Test
    void areSentAsTheyAreWhereTheOrganizationWantsThat() {
        shop.calls().under(new EgressPolicy(true, true, null, false));
        server.plays(ModelServer.stream(Protocol.OPENAI.frames("NO-ANSWER")));

        ask(Protocol.OPENAI, QUESTION);

        assertThat(server.received().getFirst().body()).contains("anna.berg@mail.example");
        assertThat(shop.calls().all().getLast().masked()).isNull();
    }

    /** What an answer costs is asked of the log: a second try is a second call. */
    @Test
    void leaveOneLineForEachRequestThatArrived() {
        server.plays(
                ModelServer.status(500), ModelServer.stream(Protocol.MISTRAL.frames("NO-ANSWER")));

        var answer = ask(Protocol.MISTRAL, QUESTION);

        assertThat(server.received()).hasSize(2);
        assertThat(shop.calls().all())
                .extracting(LedgerEntry::outcome)
                .containsExactly(Outcome.FAILED, Outcome.ANSWERED);
        assertThat(answer.trace().attempts())
                .extracting(Attempt::composer)
                .contains(Composer.MODEL);
    }

    private static String word(String body, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern + " in " + body).isTrue();
        return matcher.group(1);
    }
}
