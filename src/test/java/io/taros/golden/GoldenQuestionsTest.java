package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The list, over REST, as a form and as a file. */
@TarosTest
class GoldenQuestionsTest {
    private static final String PAGE = "/test/golden-questions";
    private static final String HEAD = "question,expectation,required,forbidden,source\n";

    private final Tenants tenants;
    private final CrossOrganization everything;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;
    private String path;

    GoldenQuestionsTest(Tenants tenants, CrossOrganization everything) {
        this.tenants = tenants;
        this.everything = everything;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        path = "/bots/" + bot + "/golden-questions";
    }

    private List<String> questions() {
        return api.get(path + "?limit=200").json().path("data").values().stream()
                .map(row -> row.path("question").asString())
                .toList();
    }

    @Nested
    class OverRest {
        @Test
        void isAddedListedAndDeleted() {
            var added =
                    api.post(
                            path,
                            Map.of(
                                    "question",
                                    " How long can I return an item? ",
                                    "required",
                                    List.of("30 days", " "),
                                    "forbidden",
                                    List.of("14 days"),
                                    "source",
                                    "Returns"));

            assertThat(added.status()).as(added.text()).isEqualTo(201);
            assertThat(added.json().propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "botId",
                            "question",
                            "expectation",
                            "required",
                            "forbidden",
                            "source",
                            "createdAt");
            assertThat(added.at("question")).isEqualTo("How long can I return an item?");
            assertThat(added.at("expectation")).isEqualTo("answer");
            assertThat(added.json().path("required").values())
                    .extracting(JsonNode::asString)
                    .containsExactly("30 days");
            assertThat(api.get(path).json().path("data").path(0)).isEqualTo(added.json());

            var deleted = api.call("DELETE", "/golden-questions/" + added.at("id"), "");
            assertThat(deleted.status()).isEqualTo(204);
            assertThat(questions()).isEmpty();
            assertThat(api.call("DELETE", "/golden-questions/" + added.at("id"), "").status())
                    .isEqualTo(404);
        }

        @Test
        void isReplacedWhole() {
            var added = api.post(path, Map.of("question", "How long?", "required", List.of("30")));
            api.post(path, Map.of("question", "Open?"));
            var address = "/golden-questions/" + added.at("id");

            var replaced =
                    api.call(
                            "PUT",
                            address,
                            "{\"question\": \"How long?\", \"source\": \"Returns\"}");

            assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
            assertThat(replaced.json().path("required").size()).isZero();
            assertThat(api.get(path).json().path("data").path(0)).isEqualTo(replaced.json());
            assertThat(replaced.at("createdAt")).isEqualTo(added.at("createdAt"));
            assertThat(api.call("PUT", address, "{\"question\": \"open?\"}").refusal(409))
                    .startsWith("This question is on the list already");
            assertThat(api.call("PUT", address, "{}").refusal(422)).isEqualTo("Write a question.");
            var nowhere = "/golden-questions/" + UUID.randomUUID();
            assertThat(api.call("PUT", nowhere, "{\"question\": \"a\"}").status()).isEqualTo(404);
        }

        @Test
        void isListedInPagesThatACursorJoins() {
            for (var number = 0; number < 5; number++) {
                api.post(path, Map.of("question", "Question " + number));
            }

            var first = api.get(path + "?limit=3").json();
            var cursor = first.path("pagination").path("cursor").asString();
            var second = api.get(path + "?limit=3&cursor=" + cursor).json();

            var listed = new ArrayList<String>();
            first.path("data").forEach(row -> listed.add(row.path("question").asString()));
            second.path("data").forEach(row -> listed.add(row.path("question").asString()));
            assertThat(listed).hasSize(5).isEqualTo(questions());
            assertThat(second.path("pagination").path("hasMore").booleanValue()).isFalse();
        }

        @Test
        void isRefusedWithOneSentence() {
            api.post(path, Map.of("question", "How long is delivery?"));

            assertThat(api.post(path, Map.of("question", "How  long is DELIVERY?")).refusal(409))
                    .startsWith("This question is on the list already");
            var silent = Map.of("question", "Who?", "expectation", "no_answer", "source", "x");
            var refused = api.post(path, silent);
            assertThat(refused.refusal(422)).contains("must not be answered");
            assertThat(refused.at("field")).isEqualTo("expectation");
            assertThat(api.post(path, Map.of("expectation", "answer")).refusal(422))
                    .isEqualTo("Write a question.");
            assertThat(api.post(path, "{\"question\": \"a\", \"required\": [null]}").refusal(422))
                    .isNotBlank();
            assertThat(questions()).containsExactly("How long is delivery?");
        }
    }

    @Nested
    class AsAFileOverRest {
        @Test
        void isImportedAsABodyOrAsAnUpload() {
            var body = send("text/csv", HEAD + "Open?,answer,nine|ten,,\nWho wins?,no_answer,,,\n");
            assertThat(body.status()).as(body.text()).isEqualTo(201);
            assertThat(body.text()).isEqualTo("{\"imported\":2}");
            assertThat(upload("Closed?\n").status()).isEqualTo(201);

            assertThat(questions()).containsExactly("Open?", "Who wins?", "Closed?");
        }

        @Test
        void isRefusedByTheLineThatIsWrong() {
            api.post(path, Map.of("question", "Open?"));

            var twice = send("text/csv", HEAD + "Closed?\nopen?\n");
            assertThat(twice.refusal(422))
                    .startsWith(
                            "Line 3 is wrong, so nothing was imported. This question is on the list");
            assertThat(twice.at("field")).isEqualTo("file");
            assertThat(upload("Closed?,perhaps\n").refusal(422)).startsWith("Line 2 is wrong");
            assertThat(send("text/csv", "").refusal(422))
                    .startsWith("There is no question in the file");
            assertThat(send("text/csv", "x".repeat(GoldenFile.MAX_BYTES + 1)).refusal(413))
                    .startsWith("The file has more than 1 MB");
            var nothing = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n";
            assertThat(send("multipart/form-data; boundary=b", nothing).refusal(422))
                    .isEqualTo("Choose a file.");
            assertThat(questions()).containsExactly("Open?");
        }

        @Test
        void isImportedOnceForTheSameIdempotencyKey() {
            var first = sendWithKey(HEAD + "Open?\n");
            var second = sendWithKey(HEAD + "Open?\n");

            assertThat(second.status()).as(second.text()).isEqualTo(201);
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(sendWithKey(HEAD + "Closed?\n").refusal(422)).contains("another request");
            assertThat(questions()).containsExactly("Open?");
        }

        @Test
        void isExportedSoThatItCanBeImportedElsewhere() {
            api.post(
                    path,
                    Map.of(
                            "question",
                            "=1+1, \"or\" not?",
                            "required",
                            List.of("30 days", "a|b"),
                            "forbidden",
                            List.of("14 days"),
                            "source",
                            "Returns"));
            api.post(path, Map.of("question", "Who wins?", "expectation", "no_answer"));

            var exported = api.get(path + "/export");

            assertThat(exported.status()).isEqualTo(200);
            assertThat(exported.header("Content-Type")).startsWith("text/csv");
            assertThat(exported.text()).contains("\"'=1+1, \"\"or\"\" not?\",", "30 days | a\\|b");
            var other = api.bot("Kim");
            var imported =
                    api.send(
                            "POST",
                            "/bots/" + other + "/golden-questions/import",
                            "text/csv",
                            BodyPublishers.ofString(exported.text()));
            assertThat(imported.status()).as(imported.text()).isEqualTo(201);
            assertThat(contents(other)).isEqualTo(contents(bot)).hasSize(2);
        }

        private RestCaller.Answer send(String type, String body) {
            return api.send("POST", path + "/import", type, BodyPublishers.ofString(body));
        }

        private RestCaller.Answer sendWithKey(String body) {
            return api.send(
                    api.to(path + "/import")
                            .header("Content-Type", "text/csv")
                            .header("Idempotency-Key", "once")
                            .POST(BodyPublishers.ofString(body)));
        }

        private RestCaller.Answer upload(String lines) {
            var part =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"golden.csv\"\r\n\r\n"
                            + HEAD
                            + lines
                            + "\r\n--b--\r\n";
            return send("multipart/form-data; boundary=b", part);
        }

        private List<String> contents(String of) {
            return api
                    .get("/bots/" + of + "/golden-questions")
                    .json()
                    .path("data")
                    .values()
                    .stream()
                    .map(row ->
                            List.of("question", "expectation", "required", "forbidden", "source")
                                    .stream()
                                    .map(field -> row.path(field).toString())
                                    .toList()
                                    .toString())
                    .toList();
        }
    }

    @Nested
    class OnItsPage {
        private Browser browser;

        @BeforeEach
        void signIn() {
            browser = new Browser(port);
            browser.signIn(acme.email(), Tenants.PASSWORD);
        }

        @Test
        void isEmptyAtFirst() {
            assertThat(browser.get(PAGE).body()).contains("No golden questions yet");
            assertThat(browser.speaking("da").get(PAGE).body())
                    .contains("Ingen kontrolspørgsmål endnu");
        }

        @Test
        void isWrittenChangedAndDeleted() {
            browser.get(PAGE);
            var added =
                    browser.post(
                            PAGE,
                            "bot",
                            bot,
                            "question",
                            "How long is delivery?",
                            "expectation",
                            "answer",
                            "required",
                            "two days\r\n\r\nfree",
                            "source",
                            "Delivery");
            assertThat(added.header("Location")).isEqualTo(PAGE + "?bot=" + bot);
            var row = api.get(path).json().path("data").path(0);
            assertThat(row.path("required").toString()).isEqualTo("[\"two days\",\"free\"]");

            var one = PAGE + "/" + row.path("id").asString();
            assertThat(browser.get(one).body()).contains("two days\nfree");
            var changed = browser.post(one, "question", "How long?", "expectation", "no_answer");
            assertThat(changed.status()).isEqualTo(303);
            assertThat(questions()).containsExactly("How long?");

            assertThat(browser.post(one + "/removal").status()).isEqualTo(303);
            assertThat(questions()).isEmpty();
            assertThat(browser.get(one).status()).isEqualTo(404);
        }

        @Test
        void losesNothingOfAFormThatIsRefused() {
            api.post(path, Map.of("question", "How long is delivery?"));
            browser.get(PAGE);

            var twice =
                    browser.post(
                            PAGE,
                            "bot",
                            bot,
                            "question",
                            "how long is delivery?",
                            "forbidden",
                            "ten weeks");

            assertThat(twice.status()).isEqualTo(422);
            assertThat(twice.body())
                    .contains("This question is on the list already")
                    .contains("how long is delivery?")
                    .contains("ten weeks");
            api.post(path, Map.of("question", "Open?"));
            var other = api.get(path).json().path("data").path(1).path("id").asString();
            var same = browser.post(PAGE + "/" + other, "question", "How long is delivery?");
            assertThat(same.status()).isEqualTo(422);
            var itself = browser.post(PAGE + "/" + other, "question", "OPEN?");
            assertThat(itself.status()).isEqualTo(303);
        }

        @Test
        void takesAFileWholeOrNotAtAll() {
            api.post(path, Map.of("question", "How long is delivery?"));

            assertThat(importing(HEAD + "Open?\nhow long is delivery?,,,,\n"))
                    .contains(
                            "Line 3 is wrong, so nothing was imported. This question is on the list");
            assertThat(importing(HEAD + "Open?\nClosed?\nopen?\n"))
                    .contains(
                            "Line 4 is wrong, so nothing was imported. This question is on the list");
            assertThat(importing(HEAD + "Open?,perhaps\n")).contains("Line 2 is wrong");
            assertThat(questions()).containsExactly("How long is delivery?");

            importing(HEAD + "Open?,answer,nine|ten,,\nWho wins?,no_answer,,,\n");
            assertThat(questions()).containsExactly("How long is delivery?", "Open?", "Who wins?");
        }

        @Test
        void holdsNoMoreThanItsLimitInTheOrderOfTheFile() {
            var many =
                    IntStream.rangeClosed(1, GoldenQuestions.MAX_QUESTIONS)
                            .mapToObj(number -> "Question " + number)
                            .toList();
            importing(HEAD + String.join("\n", many));

            assertThat(questions()).isEqualTo(many.subList(0, 200));
            assertThat(api.post(path, Map.of("question", "One more?")).refusal(409))
                    .startsWith("A bot can have 500 golden questions");
            assertThat(importing(HEAD + "Yet another?")).contains("Line 2 is wrong");
            assertThat(browser.get(PAGE).body())
                    .contains("Question 50<", "cursor=")
                    .doesNotContain("Question 51<");
        }

        @Test
        void saysWhenNoFileWasChosen() {
            browser.get(PAGE);
            assertThat(
                            browser.upload(PAGE + "/import", List.of("bot", bot), "", new byte[0])
                                    .body())
                    .contains("Choose a file.");
        }

        private String importing(String file) {
            browser.get(PAGE);
            return browser.upload(
                            PAGE + "/import",
                            List.of("bot", bot),
                            "golden.csv",
                            file.getBytes(StandardCharsets.UTF_8))
                    .body();
        }
    }

    @Test
    void liesSealedInTheDatabase() {
        api.post(
                path, Map.of("question", "zanzibarquokka?", "required", List.of("zanzibarquokka")));

        var row =
                everything.inTransaction(jdbc ->
                        jdbc.sql(
                                        "select q::text || encode(sealed_content, 'escape') from golden_question q")
                                .query(String.class)
                                .single());
        assertThat(row).doesNotContain("zanzibar");
    }
}
