package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Answer;
import io.taros.answering.Turn;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages nobody writes who wants help, and what becomes of them. */
@TarosTest
class FloodTest {
    private static final String LINK = "https://pills.example/buy";

    private final Tenants tenants;
    private final Conversations conversations;
    private final URI installation;
    private Tenants.Tenant acme;
    private Visitor visitor;

    FloodTest(Tenants tenants, Conversations conversations, @LocalServerPort int port) {
        this.tenants = tenants;
        this.conversations = conversations;
        this.installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void somebodyArrives() {
        acme = tenants.open("Acme");
        var bot =
                new RestCaller(installation.toString(), acme.apiKey())
                        .post("/bots", Map.of("name", "Robin"));
        visitor = Visitor.start(installation, bot.at("publicKey"), Map.of("language", "en"));
    }

    private String answerTo(String text, int number) {
        return visitor.replyTo(visitor.say(text, "c-" + number)).data().path("text").asString();
    }

    private Conversation conversation() {
        return Tenancy.callAs(
                acme.organization(),
                () -> conversations.get(new Conversation.Id(UUID.fromString(visitor.id()))));
    }

    @Test
    void theSameLinkTwiceIsOne() {
        answerTo(LINK, 1);
        assertThat(answerTo(LINK, 2)).startsWith("I cannot make sense of these messages");

        assertThat(conversation().state()).isEqualTo(Conversation.State.CLOSED);
        assertThat(conversation().resolution()).isEqualTo(Resolution.SPAM);
    }

    @Test
    void whatIsClosedAsSpamTakesNoMoreButHearsWhoWantsAPerson() {
        answerTo(LINK, 1);
        answerTo(LINK, 2);

        assertThat(visitor.post("And another", "c-3").statusCode()).isEqualTo(409);
        assertThat(conversation().messageCount()).isEqualTo(4);

        assertThat(visitor.call("POST", "/handover", "{}").statusCode()).isEqualTo(200);
        assertThat(visitor.post("I really need help", "c-3").statusCode()).isEqualTo(202);
        assertThat(conversation().state()).isEqualTo(Conversation.State.WAITING);
    }

    @Test
    void fourLinksAreOne() {
        IntStream.range(1, 4).forEach(number -> answerTo(LINK + number, number));
        assertThat(conversation().state()).isEqualTo(Conversation.State.BOT);

        answerTo("see " + LINK + 4, 4);

        assertThat(conversation().resolution()).isEqualTo(Resolution.SPAM);
    }

    @Test
    void theSameWordsEightTimesAreOne() {
        IntStream.range(1, 8).forEach(number -> answerTo("Buy gold now", number));
        assertThat(conversation().state()).isEqualTo(Conversation.State.BOT);

        answerTo("buy GOLD now ", 8);

        assertThat(conversation().resolution()).isEqualTo(Resolution.SPAM);
    }

    @Test
    void whatWasWrittenBeforeItWasSeenIsNotAnsweredEither() {
        var messages =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> visitor.post(LINK, "c-" + number))
                        .filter(answer -> answer.statusCode() == 202)
                        .map(answer -> JsonMapper.shared().readTree(answer.body()).path("id"))
                        .map(JsonNode::asString)
                        .toList();

        var last = visitor.replyTo(messages.getLast());

        assertThat(last.data().path("text").asString())
                .startsWith("I cannot make sense of these messages");
        assertThat(conversation().resolution()).isEqualTo(Resolution.SPAM);
    }

    @Test
    void whoeverWaitsForAPersonMayRepeatThemselves() {
        visitor.call("POST", "/handover", "{}");

        IntStream.rangeClosed(1, 8).forEach(number -> answerTo("Hello? Anybody?", number));

        assertThat(conversation().state()).isEqualTo(Conversation.State.WAITING);
    }

    @Test
    void sixteenMessagesWithoutAnAnswerAreOne() {
        var unanswered = history(Answer.Decision.HAND_OVER);

        assertThat(isFlood(unanswered, 16)).isTrue();
        assertThat(isFlood(unanswered, 8)).isFalse();
        assertThat(isFlood(unanswered, 15)).isFalse();
        assertThat(isFlood(history(Answer.Decision.ASK_BACK), 16)).isFalse();
        assertThat(
                        isFlood(
                                unanswered.stream()
                                        .filter(turn -> turn.speaker() == Turn.Speaker.VISITOR)
                                        .toList(),
                                16))
                .as("nobody has replied yet")
                .isFalse();
        assertThat(
                        isFlood(
                                Stream.concat(
                                                Stream.of(
                                                        new Turn(
                                                                Turn.Speaker.BOT,
                                                                "Yes.",
                                                                Answer.Decision.ANSWER)),
                                                unanswered.stream())
                                        .toList(),
                                16))
                .isFalse();
        assertThat(
                        isFlood(
                                Stream.concat(
                                                Stream.of(new Turn(Turn.Speaker.PERSON, "Hello")),
                                                unanswered.stream())
                                        .toList(),
                                16))
                .isFalse();
    }

    private boolean isFlood(List<Turn> history, int spoken) {
        return Flood.isOne(history, "What about the moon?", spoken);
    }

    private static List<Turn> history(Answer.Decision decision) {
        return IntStream.range(0, 6)
                .boxed()
                .flatMap(number ->
                        Stream.of(
                                new Turn(Turn.Speaker.VISITOR, "What about star " + number),
                                new Turn(Turn.Speaker.BOT, "I do not know.", decision)))
                .toList();
    }
}
