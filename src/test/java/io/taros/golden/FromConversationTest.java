package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
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

/** From a visitor who was told something to a bot that is held to it. */
@TarosTest
class FromConversationTest {
    private static final String ASKED = "I am Ada Byron. Do you ship parcels to Greenland?";

    private final Tenants tenants;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Browser browser;
    private String bot;

    FromConversationTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void acmeShipsToGreenland() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        var shipping =
                Map.of(
                        "type",
                        "text",
                        "title",
                        "Shipping to Greenland",
                        "text",
                        "We ship parcels to Greenland twice a month. A parcel to Greenland costs 290 kr.");
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", shipping)));
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void leadsFromAReplyToTheQuestionItIsHeldTo() {
        var visit = ask(ASKED);
        var address = "/test/golden-questions/from/" + visit.message();
        assertThat(browser.get("/inbox/" + visit.conversation()).body())
                .contains("Make it a golden question", "href=\"" + address + "\"");

        var form = browser.get(address);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body())
                .contains("Take out names")
                .contains(ASKED + "</textarea>")
                .contains("value=\"Shipping to Greenland\"")
                .containsPattern("name=\"required\"[^>]*></textarea>");

        var added =
                browser.post(
                        address,
                        "question",
                        "Do you ship parcels to Greenland?",
                        "expectation",
                        "answer",
                        "required",
                        "290 kr",
                        "source",
                        "Shipping to Greenland");
        assertThat(added.header("Location")).isEqualTo("/test/golden-questions?bot=" + bot);
        var question = listed().path(0);
        assertThat(question.path("question").asString())
                .isEqualTo("Do you ship parcels to Greenland?");
        assertThat(question.path("required").toString()).isEqualTo("[\"290 kr\"]");
        assertThat(question.path("source").asString()).isEqualTo("Shipping to Greenland");
    }

    @Test
    void takesNothingForGrantedWhereNothingWasCited() {
        var visit = ask("Who painted the ceiling of the Sistine Chapel?");

        var form = browser.get("/test/golden-questions/from/" + visit.message()).body();

        assertThat(form).containsPattern("name=\"source\"[^>]* value=\"\"");
    }

    @Test
    void keepsWhatWasWrittenWhenItIsRefused() {
        var visit = ask(ASKED);
        var address = "/test/golden-questions/from/" + visit.message();
        api.post("/bots/" + bot + "/golden-questions", Map.of("question", "Greenland?"));
        browser.get(address);

        var twice = browser.post(address, "question", "greenland?", "required", "290 kr");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body())
                .contains("This question is on the list already", "greenland?", "290 kr", ASKED);
        assertThat(browser.post(address, "question", " ").body()).contains("Write a question.");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void isForThoseWhoMayReadTheOneAndWriteTheOther() {
        var visit = ask(ASKED);
        var address = "/test/golden-questions/from/" + visit.message();
        var reader = new Browser(port);
        reader.signIn(tenants.member(acme.organization(), Role.ANALYST), Tenants.PASSWORD);
        assertThat(reader.get("/inbox/" + visit.conversation()).body())
                .contains("Greenland")
                .doesNotContain("Make it a golden question");
        assertThat(reader.get(address).status()).isEqualTo(403);
        var writer = new Browser(port);
        writer.signIn(tenants.member(acme.organization(), Role.EDITOR), Tenants.PASSWORD);
        assertThat(writer.get(address).status()).isEqualTo(403);

        var globex = new Browser(port);
        globex.signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        globex.get("/home");
        assertThat(globex.get(address).status()).isEqualTo(404);
        assertThat(globex.post(address, "question", "Greenland?").status()).isEqualTo(404);
        assertThat(listed()).isEmpty();
    }

    @Test
    void isAskedOnceABetterAnswerCanBeFound() {
        var visit = ask("What is the name of your dog?");
        api.post(
                "/bots/" + bot + "/golden-questions",
                Map.of("question", "What is the dog called?", "required", List.of("Skipper")));
        var address = "/knowledge/unanswered/" + visit.message();
        browser.get(address);

        var saved =
                browser.post(
                        address,
                        "question",
                        "What is the dog called?",
                        "answer",
                        "Skipper.",
                        "rights",
                        "true");

        assertThat(saved.status()).isEqualTo(303);
        var run =
                Eventually.eventually(
                        () -> api.get("/bots/" + bot + "/golden-runs").json().path("data").path(0),
                        each -> each.path("status").asString("").equals("finished"));
        assertThat(run.path("passed").asInt()).isOne();
    }

    private record Visit(String conversation, String message) {}

    private Visit ask(String question) {
        var key = api.get("/bots/" + bot).at("publicKey");
        var visitor = Visitor.start(URI.create("http://localhost:" + port), key);
        var message = visitor.say(question, "c-1");
        assertThat(visitor.replyTo(message)).isNotNull();
        return new Visit(visitor.id(), message);
    }

    private JsonNode listed() {
        return api.get("/bots/" + bot + "/golden-questions").json().path("data");
    }
}
