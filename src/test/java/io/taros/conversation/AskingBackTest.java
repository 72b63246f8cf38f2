package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.Eventually;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From a question that could mean several things to the one that was meant. */
@TarosTest
class AskingBackTest {
    private static final String VAGUE = "jumper shrunk";
    private static final String MANUAL = "Can I return a jumper that has been washed?";

    private final Tenants tenants;
    private final URI installation;
    private RestCaller api;
    private String bot;
    private String source;
    private Visitor visitor;

    AskingBackTest(Tenants tenants, @LocalServerPort int port) {
        this.tenants = tenants;
        this.installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void shopThatKnowsAFewThings() {
        api = new RestCaller(installation.toString(), tenants.open("Acme").apiKey());
        var added = api.post("/bots", Map.of("name", "Robin", "threshold", 0.97));
        bot = added.at("id");
        source =
                teach(
                        Map.of(
                                "type",
                                "text",
                                "title",
                                "Caring for wool",
                                "text",
                                "Wash a jumper by hand in lukewarm water. A jumper that is washed too hot has shrunk for good."));
        teach(
                Map.of(
                        "type",
                        "qa",
                        "question",
                        MANUAL,
                        "answer",
                        "No, only what is unworn and unwashed can be returned."));
        visitor = Visitor.start(installation, added.at("publicKey"));
    }

    private String teach(Map<String, String> what) {
        var id = api.post("/bots/" + bot + "/sources", what).at("id");
        Eventually.eventually(
                () -> assertThat(api.get("/sources/" + id).at("status")).isEqualTo("ready"));
        return id;
    }

    private JsonNode say(String text, String clientId) {
        return visitor.replyTo(visitor.say(text, clientId)).data();
    }

    private static List<String> choices(JsonNode reply) {
        return reply.path("choices").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void offersTheChoicesAsData() {
        var reply = say(VAGUE, "c-1");

        assertThat(reply.path("outcome").asString()).isEqualTo("unanswered");
        assertThat(reply.path("decision").asString()).isEqualTo("ask_back");
        assertThat(reply.path("why").asString()).isEqualTo("something_close");
        assertThat(choices(reply)).containsExactlyInAnyOrder("Caring for wool", MANUAL);
        assertThat(reply.path("text").asString()).startsWith("I am not sure what you mean.");
    }

    @Test
    void answersTheChoiceThatIsMade() {
        say(VAGUE, "c-1");

        var reply = say(MANUAL, "c-2");

        assertThat(reply.path("decision").asString()).isEqualTo("answer");
        assertThat(reply.path("text").asString()).startsWith("No, only what is unworn");
        assertThat(reply.has("choices")).isFalse();
    }

    @Test
    void doesNotGoRoundInACircle() {
        say(VAGUE, "c-1");

        var again = say("the shrunk jumper", "c-2");

        assertThat(again.path("decision").asString()).isEqualTo("hand_over");
        assertThat(again.path("why").asString()).isEqualTo("asked_back_before");
        assertThat(choices(again)).isEmpty();
        assertThat(say(VAGUE, "c-3").path("decision").asString()).isEqualTo("ask_back");
    }

    /** The only thing that is known has no rivals, and its score is not low for that. */
    @Test
    void doesNotOfferWhatHasNothingToDoWithTheQuestion() {
        var robin = api.post("/bots", Map.of("name", "Robin of one page")).at("id");
        var taught =
                api.post(
                        "/bots/" + robin + "/sources",
                        Map.of(
                                "type",
                                "qa",
                                "question",
                                "When are you open?",
                                "answer",
                                "From nine to five."));
        Eventually.eventually(() ->
                assertThat(api.get("/sources/" + taught.at("id")).at("status")).isEqualTo("ready"));

        var answer =
                api.post(
                                "/bots/" + robin + "/answers",
                                Map.of("question", "What is the capital of Peru?"))
                        .json();

        assertThat(answer.path("decision").asString()).isEqualTo("hand_over");
        assertThat(choices(answer)).isEmpty();
    }

    @Test
    void neverOffersWhatWasDeleted() {
        assertThat(api.call("DELETE", "/sources/" + source, "").status()).isEqualTo(204);

        assertThat(choices(say(VAGUE, "c-1"))).doesNotContain("Caring for wool");
    }

    @Test
    void neverOffersWhatAnotherOrganizationKnows() {
        var globex = new RestCaller(installation.toString(), tenants.open("Globex").apiKey());
        var theirs = globex.post("/bots", Map.of("name", "Robin", "threshold", 0.97));

        var stranger = Visitor.start(installation, theirs.at("publicKey"));
        var reply = stranger.replyTo(stranger.say(VAGUE, "c-1")).data();

        assertThat(reply.path("decision").asString()).isEqualTo("hand_over");
        assertThat(choices(reply)).isEmpty();
    }

    @Test
    void tellsItToThoseWhoReadTheConversation() {
        say(VAGUE, "c-1");

        var messages = api.get("/conversations/" + visitor.id() + "/messages").json().get("data");
        assertThat(messages.get(1).path("decision").asString()).isEqualTo("ask_back");
        assertThat(choices(messages.get(1))).hasSize(2);
        var export = visitor.call("GET", "/export", "").body();
        assertThat(export).contains("\"choices\"", "Caring for wool");
    }

    @Test
    void showsWhyOnThePageOfTheConversation() {
        var acme = tenants.open("Initech");
        var theirs = new RestCaller(installation.toString(), acme.apiKey());
        var robin = theirs.post("/bots", Map.of("name", "Robin"));
        var stranger = Visitor.start(installation, robin.at("publicKey"));
        stranger.replyTo(stranger.say("What is the capital of Peru?", "c-1"));
        var browser = new Browser(installation.getPort());
        browser.signIn(acme.email(), Tenants.PASSWORD);

        var page = browser.get("/inbox/" + stranger.id()).body();

        assertThat(page)
                .contains("Not answered: nothing was found")
                .contains("Nothing in the knowledge base speaks to the question.");
    }

    @Test
    void asksTheChoiceInThePlayground() {
        var acme = tenants.open("Hooli");
        var theirs = new RestCaller(installation.toString(), acme.apiKey());
        var robin = theirs.post("/bots", Map.of("name", "Robin", "threshold", 0.97)).at("id");
        var taught =
                theirs.post(
                        "/bots/" + robin + "/sources",
                        Map.of("type", "qa", "question", MANUAL, "answer", "No, never."));
        Eventually.eventually(() ->
                assertThat(theirs.get("/sources/" + taught.at("id")).at("status"))
                        .isEqualTo("ready"));
        var browser = new Browser(installation.getPort());
        browser.signIn(acme.email(), Tenants.PASSWORD);

        browser.get("/test");
        var asked = browser.post("/test", "bot", robin, "question", VAGUE).body();
        assertThat(asked)
                .contains("Asks back", "form=\"ask\"", "value=\"" + MANUAL + "\"")
                .contains("name=\"before\" value=\"ASK_BACK\"");

        var again =
                browser.post(
                                "/test",
                                "bot",
                                robin,
                                "question",
                                "the shrunk jumper",
                                "earlier",
                                VAGUE,
                                "earlier",
                                "?",
                                "before",
                                "ASK_BACK")
                        .body();
        assertThat(again).contains("it had just asked back");
    }

    @Test
    void tellsTheSameOverRest() {
        var asked = ask(Map.of("question", VAGUE));
        assertThat(asked.path("outcome").asString()).isEqualTo("unanswered");
        assertThat(asked.path("decision").asString()).isEqualTo("ask_back");
        assertThat(choices(asked)).hasSize(2);

        var history =
                List.of(
                        Map.of("role", "user", "text", VAGUE),
                        Map.of("role", "assistant", "text", "?", "decision", "ask_back"));
        var again = ask(Map.of("question", "the shrunk jumper", "history", history));
        assertThat(again.path("why").asString()).isEqualTo("asked_back_before");

        var unknown = List.of(Map.of("role", "assistant", "text", "?", "decision", "maybe"));
        assertThat(
                        api.post(
                                        "/bots/" + bot + "/answers",
                                        Map.of("question", VAGUE, "history", unknown))
                                .refusal(422))
                .isEqualTo("Write the decision as answer, ask_back or hand_over.");
    }

    private JsonNode ask(Map<String, Object> body) {
        return api.post("/bots/" + bot + "/answers", body).json();
    }
}
