package io.taros.improve;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.Transcripts.Asked;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** From the first visitor who gets no answer to the next who gets one. */
@TarosTest
class UnansweredQuestionsTest {
    private static final Path PARAPHRASES =
            Path.of("..", "shared", "data", "faq_stackfaq", "queries.jsonl");

    private final Tenants tenants;
    private final UnansweredQuestions unanswered;
    private final int port;
    private Tenant acme;
    private RestCaller api;
    private Browser browser;
    private String bot;

    UnansweredQuestionsTest(
            Tenants tenants, UnansweredQuestions unanswered, @LocalServerPort int port) {
        this.tenants = tenants;
        this.unanswered = unanswered;
        this.port = port;
    }

    @BeforeEach
    void acmeHasABotThatKnowsLittle() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void areAnsweredOnceForAllWhoAsk() {
        ask("Do you ship parcels to Greenland?");
        ask("Can you send a parcel to Greenland?");
        ask("What is the name of your dog?");
        var listed = listed();
        assertThat(listed).hasSize(2);
        var shipping = listed.getFirst();
        assertThat(shipping.get("times").asInt()).isEqualTo(2);
        assertThat(shipping.get("question").asString())
                .isEqualTo("Can you send a parcel to Greenland?");
        var page = browser.get("/knowledge/unanswered?bot=" + bot).body();
        assertThat(page).contains("Asked 2 times", "Another wording", "Asked once");

        var address = "/knowledge/unanswered/" + shipping.get("id").asString();
        assertThat(browser.get(address).body()).contains("Do you ship parcels to Greenland?");
        var saved =
                browser.post(
                        address,
                        "question",
                        "Can you send a parcel to Greenland?",
                        "wordings",
                        "Do you ship parcels to Greenland?\n",
                        "answer",
                        "Yes, twice a month, for 290 kr.",
                        "rights",
                        "true");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(listed())
                .singleElement()
                .satisfies(
                        left -> assertThat(left.get("question").asString()).contains("your dog"));
        eventually(() ->
                assertThat(answer("do you ship parcels to greenland"))
                        .contains("Yes, twice a month, for 290 kr."));
    }

    @Test
    void areShownBesideInsightsWhereManyAskThem() {
        var top = "/knowledge/unanswered/top?bot=" + bot;
        for (var time = 0; time < 4; time++) {
            ask("Do you ship parcels to Greenland?");
        }
        assertThat(browser.get(top).body())
                .contains("Nothing was asked that often")
                .doesNotContain("Greenland");

        ask("Can you send a parcel to Greenland?");

        assertThat(browser.get(top).body())
                .contains("Can you send a parcel to Greenland?", "5 conversations");
        assertThat(browser.get("/insights?bot=" + bot).status()).isEqualTo(200);
    }

    @Test
    void areDismissedForGood() {
        ask("What is the name of your dog?");
        browser.get("/knowledge/unanswered?bot=" + bot);
        var id = listed().getFirst().get("id").asString();

        var dismissed = browser.submit("POST", "/knowledge/unanswered/" + id + "/dismiss");

        assertThat(dismissed.status()).isEqualTo(303);
        assertThat(listed()).isEmpty();
        assertThat(browser.get("/knowledge/unanswered?bot=" + bot).body())
                .contains("Nothing left unanswered");
        ask("What is your dog called by name?");
        assertThat(listed()).as("asked anew").hasSize(1);
    }

    @Test
    void keepWhatWasWrittenWhenSomethingIsMissing() {
        ask("What is the name of your dog?");
        var address = "/knowledge/unanswered/" + listed().getFirst().get("id").asString();
        browser.get(address);

        var refused = browser.post(address, "question", "Whose dog?", "answer", "Nobody's.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Whose dog?", "Nobody's.");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void belongToTheirOrganizationAlone() {
        ask("What is the name of your dog?");
        var id = listed().getFirst().get("id").asString();
        var globex = tenants.open("Globex");
        var other = new Browser(port);
        other.signIn(globex.email(), Tenants.PASSWORD);
        other.get("/knowledge/unanswered");

        assertThat(other.get("/knowledge/unanswered/" + id).status()).isEqualTo(404);
        assertThat(other.submit("POST", "/knowledge/unanswered/" + id + "/dismiss").status())
                .isEqualTo(404);
        assertThat(
                        new RestCaller("http://localhost:" + port, globex.apiKey())
                                .get("/bots/" + bot + "/unanswered-questions")
                                .status())
                .isEqualTo(404);
        assertThat(listed()).hasSize(1);
    }

    /** 500 of 1,249 paraphrases of 125 questions, in the order of a dice. */
    @Test
    void gatherParaphrasesAndKeepDifferentQuestionsApart() throws IOException {
        assumeTrue(
                Files.exists(PARAPHRASES), "the shared paraphrases are not beside this checkout");
        var questions = new HashMap<Message.Id, String>();
        var asked = new ArrayList<Asked>();
        for (var line : Files.readAllLines(PARAPHRASES)) {
            var row = JsonMapper.shared().readTree(line);
            var one = asked(row.get("query").asString());
            questions.put(one.question().id(), row.get("gold_faq_ids").get(0).asString());
            asked.add(one);
        }
        Collections.shuffle(asked, new Random(7));

        var gathered = unanswered.gathered(asked.subList(0, 500));

        var pure = 0;
        var distinct = new HashSet<String>();
        for (var gathering : gathered) {
            var counts = new HashMap<String, Integer>();
            for (var one : gathering.messages()) {
                counts.merge(questions.get(one.question().id()), 1, Integer::sum);
            }
            distinct.addAll(counts.keySet());
            pure += Collections.max(counts.values());
        }
        assertThat(pure).as("of 500 beside their own").isGreaterThan(465);
        assertThat(gathered.size()).as("for %d questions", distinct.size()).isLessThan(200);
    }

    private static Asked asked(String text) {
        return new Asked(
                new Conversation.Id(UUID.randomUUID()),
                new Message(
                        new Message.Id(UUID.randomUUID()),
                        1,
                        Message.Role.VISITOR,
                        text,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Instant.EPOCH));
    }

    private void ask(String question) {
        var key = api.get("/bots/" + bot).at("publicKey");
        var visitor = Visitor.start(URI.create("http://localhost:" + port), key);
        var message = visitor.say(question, "c-1");
        assertThat(visitor.replyTo(message)).isNotNull();
    }

    private List<tools.jackson.databind.JsonNode> listed() {
        return api.get("/bots/" + bot + "/unanswered-questions")
                .json()
                .get("data")
                .valueStream()
                .toList();
    }

    private String answer(String question) {
        return api.post("/bots/" + bot + "/answers", Map.of("question", question)).text();
    }
}
