package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Through the front door, as a program of somebody's shop does it. */
@TarosTest
class PushedDocumentsTest {
    private static final String QUESTION = "How long does delivery of a parcel take?";
    private static final String TWO = "Delivery of a parcel takes two working days.";
    private static final String NINE = "Delivery of a parcel takes nine working days.";

    private final Tenants tenants;
    @LocalServerPort private int port;
    private RestCaller api;
    private String bot;
    private String source;

    PushedDocumentsTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void open() {
        api = new RestCaller("http://localhost:" + port, tenants.open("Acme").apiKey());
        bot = api.bot("Robin");
        source =
                api.accepted(
                        api.post(
                                "/bots/" + bot + "/sources",
                                Map.of("type", "api", "title", "Shop")));
    }

    @Test
    void areFoundAndTheSameAgainIsNoNews() {
        var first = put("delivery", document(TWO));
        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(first.at("externalId")).isEqualTo("delivery");
        assertThat(first.at("text")).isEqualTo(TWO);
        api.finished(source);
        assertThat(answer()).contains("two working days");

        var again = put("delivery", document(TWO));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(api.get(path("delivery")).json());
        assertThat(api.get("/sources/" + source).at("status")).isEqualTo("ready");
    }

    @Test
    void sayWhatWasHandedInLast() {
        put("delivery", document(TWO));
        api.finished(source);

        assertThat(put("delivery", document(NINE)).status()).isEqualTo(202);

        eventually(this::answer, said -> said.contains("nine working days"));
        assertThat(answer()).doesNotContain("two working days");
        assertThat(api.get("/sources/" + source).json().path("pages").asInt()).isOne();
    }

    @Test
    void areNewsInAnotherLanguage() {
        var document = new HashMap<>(Map.of("title", "Room", "text", "Room 42", "language", "da"));
        assertThat(put("room", document).at("language")).isEqualTo("da");
        assertThat(put("room", document).status()).isEqualTo(200);

        document.put("language", "en");
        var changed = put("room", document);

        assertThat(changed.status()).as(changed.text()).isEqualTo(202);
        assertThat(changed.at("language")).isEqualTo("en");
        assertThat(put("room", document).status()).isEqualTo(200);
    }

    @Test
    void areNeverCitedOnceTheyAreTakenBack() {
        put("delivery", document(TWO));
        put("copy", document(TWO));
        api.finished(source);

        assertThat(api.call("DELETE", path("delivery"), "").status()).isEqualTo(204);
        assertThat(answer()).as("the copy is there").contains("two working days");
        assertThat(api.call("DELETE", path("copy"), "").status()).isEqualTo(204);

        assertThat(answer()).doesNotContain("two working days");
        assertThat(api.get(path("copy")).status()).isEqualTo(404);
        assertThat(api.call("DELETE", path("copy"), "").status()).isEqualTo(404);
    }

    @Test
    void areReadFromHtmlAndMarkdown() {
        var html =
                put(
                        "a",
                        Map.of(
                                "title",
                                "Returns",
                                "url",
                                "https://shop.example/returns",
                                "html",
                                "<nav>Menu</nav><main><h2>How</h2><p>"
                                        + "Send it back within thirty days. ".repeat(10)
                                        + "</p></main><script>alert(1)</script>"));
        assertThat(html.status()).as(html.text()).isEqualTo(202);
        assertThat(html.at("title")).isEqualTo("Returns");
        assertThat(html.at("url")).isEqualTo("https://shop.example/returns");
        assertThat(html.at("text")).contains("thirty days").doesNotContain("alert", "<p>");

        var markdown = put("b", Map.of("title", "Care", "markdown", "## Wool\n\n* Wash *cold*."));
        assertThat(markdown.status()).as(markdown.text()).isEqualTo(202);
        assertThat(markdown.at("text")).contains("## Wool").contains("Wash");
    }

    @Test
    void areRefusedInOneSentence() {
        assertThat(put("a b", document(TWO)).refusal(422)).contains("externalId");
        assertThat(put("a", Map.of("title", "A")).refusal(422)).contains("exactly one");
        assertThat(put("a", Map.of("title", "A", "text", "x", "html", "y")).refusal(422))
                .contains("exactly one");
        assertThat(put("a", Map.of("text", "x")).refusal(422)).contains("title");
        assertThat(put("a", Map.of("title", "A", "text", " ")).refusal(422)).contains("no text");
        assertThat(put("a", with("url", "ftp://a")).refusal(422)).contains("web address");
        assertThat(put("a", with("language", "english!")).refusal(422)).contains("language");
        assertThat(api.get("/sources/" + source + "/documents").json().path("data")).isEmpty();
        put("a", with("url", "https://a.example/"));
        assertThat(put("b", with("url", "https://a.example/")).refusal(409)).contains("address");
        var text =
                api.accepted(
                        api.post("/bots/" + bot + "/sources", Map.of("type", "text", "text", TWO)));
        assertThat(
                        api.call("PUT", "/sources/" + text + "/documents/a", json(document(TWO)))
                                .refusal(409))
                .contains("type api");
    }

    @Test
    void comeInBulkALineEach() {
        put("old", document(NINE));
        api.finished(source);
        var body =
                String.join(
                        "\n",
                        json(line("delivery", document(TWO))),
                        json(line("delivery", document(TWO))),
                        "",
                        "{nonsense",
                        json(Map.of("externalId", "empty", "title", "A", "text", " ")),
                        json(line("large", document("x".repeat(1 << 20)))),
                        json(Map.of("externalId", "old", "delete", true)),
                        json(Map.of("externalId", "old", "delete", true)));

        var answer =
                api.send(
                        "POST",
                        "/sources/" + source + "/documents/bulk",
                        "application/x-ndjson",
                        BodyPublishers.ofString(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var lines = answer.text().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .extracting(line -> line.path("status").asInt())
                .containsExactly(202, 200, 422, 422, 413, 204, 404);
        assertThat(lines)
                .extracting(line -> line.path("line").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(lines.get(3).path("error").asString()).contains("no text");
        eventually(this::answer, said -> said.contains("two working days"));
        assertThat(answer()).doesNotContain("nine working days");
    }

    @Test
    void stopAfterAThousandLines() {
        var one = json(Map.of("externalId", "a", "delete", true)) + "\n";

        var answer =
                api.send(
                        "POST",
                        "/sources/" + source + "/documents/bulk",
                        "application/x-ndjson",
                        BodyPublishers.ofString(one.repeat(1_003)));

        var lines = answer.text().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(1_001);
        assertThat(lines.getLast().path("status").asInt()).isEqualTo(413);
    }

    private RestCaller.Answer put(String externalId, Map<String, String> document) {
        return api.call("PUT", path(externalId.replace(" ", "%20")), json(document));
    }

    private String path(String externalId) {
        return "/sources/" + source + "/documents/" + externalId;
    }

    private String answer() {
        return api.post("/bots/" + bot + "/answers", Map.of("question", QUESTION)).text();
    }

    private static Map<String, String> document(String text) {
        return Map.of("title", "Delivery", "text", text);
    }

    private static Map<String, String> with(String field, String value) {
        return Map.of("title", "Delivery", "text", TWO, field, value);
    }

    private static Map<String, String> line(String externalId, Map<String, String> document) {
        var line = new HashMap<>(document);
        line.put("externalId", externalId);
        return line;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
