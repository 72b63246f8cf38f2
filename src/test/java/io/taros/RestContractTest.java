package io.taros;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs of others rely on, field by field: nothing here changes its name or its type. P-09:
 * everything can be taught.
 */
@TarosTest
class RestContractTest {
    private static final String TEXT =
            "Delivery of a parcel takes two working days. Express delivery costs 9 euros.";
    private static final String QUESTION = "How long does delivery of a parcel take?";

    private final Tenants tenants;
    private final RequestMappingHandlerMapping routes;
    @LocalServerPort private int port;
    private RestCaller api;

    RestContractTest(
            Tenants tenants,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.tenants = tenants;
        this.routes = routes;
    }

    @BeforeEach
    void open() {
        api = new RestCaller("http://localhost:" + port, tenants.open("Acme").apiKey());
    }

    @Test
    void addsBotsWithWhatIsSaidAboutThem() {
        var added =
                api.post(
                        "/bots",
                        Map.of(
                                "name",
                                "Robin",
                                "language",
                                "da",
                                "allowedOrigins",
                                List.of("https://shop.example", "http://localhost:3000/"),
                                "threshold",
                                0.4));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().propertyNames())
                .contains(
                        "id",
                        "publicKey",
                        "name",
                        "instructions",
                        "language",
                        "threshold",
                        "provider",
                        "allowedOrigins",
                        "widget",
                        "createdAt",
                        "updatedAt");
        assertThat(added.at("publicKey")).startsWith("pk_");
        assertThat(added.at("language")).isEqualTo("da");
        assertThat(added.json().path("threshold").asDouble()).isEqualTo(0.4);
        assertThat(added.json().path("allowedOrigins").values())
                .extracting(JsonNode::asString)
                .containsExactly("https://shop.example", "http://localhost:3000");
        assertThat(api.get("/bots/" + added.at("id")).json()).isEqualTo(added.json());
    }

    @Test
    void listsInPagesThatACursorJoins() {
        var ids = new ArrayList<String>();
        for (var number = 0; number < 5; number++) {
            ids.add(api.bot("Robin " + number));
        }

        var listed = new ArrayList<String>();
        var path = "/bots?limit=2";
        for (var more = true; more; ) {
            var page = api.get(path).json();
            assertThat(page.propertyNames()).containsExactlyInAnyOrder("data", "pagination");
            assertThat(page.path("pagination").propertyNames())
                    .containsExactlyInAnyOrder("cursor", "hasMore");
            page.path("data").forEach(bot -> listed.add(bot.path("id").asString()));
            more = page.path("pagination").path("hasMore").booleanValue();
            assertThat(page.path("pagination").path("cursor").isNull()).isEqualTo(!more);
            path = "/bots?limit=2&cursor=" + page.path("pagination").path("cursor").asString("");
        }

        assertThat(listed).containsExactlyElementsOf(ids);
    }

    @Test
    void teachesEveryTypeOfSource() {
        var path = "/bots/" + api.bot("Robin") + "/sources";
        for (var source :
                List.of(
                        Map.of("type", "website", "url", "http://127.0.0.1:1/"),
                        Map.of("type", "sitemap", "url", "http://127.0.0.1:1/map.xml"),
                        Map.of("type", "text", "text", TEXT, "title", "Delivery"),
                        Map.of("type", "qa", "question", "Open?", "answer", "At nine."),
                        Map.of("type", "api", "title", "Our shop system"))) {
            var taught = api.post(path, source);
            assertThat(taught.status()).as(taught.text()).isEqualTo(202);
            assertThat(taught.at("id")).isNotBlank();
            // A website that refuses the connection may have failed before the answer is written.
            assertThat(taught.at("status"))
                    .isIn("queued", "fetching", "reading", "ready", "failed");
            assertThat(taught.at("type")).isEqualTo(source.get("type"));
        }
        assertThat(api.get(path).json().path("data").size()).isEqualTo(5);
    }

    @Test
    void tellsHowFarASourceIsAndWhatItHolds() {
        var bot = api.bot("Robin");
        var source =
                api.accepted(
                        api.upload(bot, "delivery.txt", TEXT.getBytes(StandardCharsets.UTF_8)));
        var found = api.finished(source);

        assertThat(found.path("status").asString()).isEqualTo("ready");
        assertThat(found.path("pages").isIntegralNumber()).isTrue();
        assertThat(found.path("passages").asInt()).isPositive();
        assertThat(found.has("error")).isFalse();
        var documents = api.get("/sources/" + source + "/documents").json();
        var document = documents.path("data").path(0);
        assertThat(document.propertyNames()).contains("id", "title", "url", "language", "text");
        assertThat(document.path("url").isNull()).isTrue();
        assertThat(document.path("text").asString()).isEqualTo(TEXT);
        assertThat(documents.path("pagination").path("hasMore").booleanValue()).isFalse();

        var deleted = api.call("DELETE", "/sources/" + source, "");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(api.get("/sources/" + source).status()).isEqualTo(404);
        assertThat(api.call("DELETE", "/sources/" + source, "").status()).isEqualTo(404);
    }

    @Test
    void answersWithOutcomeCitationsReliabilityAndUsage() {
        var bot = taughtBot();

        var answer = api.post("/bots/" + bot + "/answers", Map.of("question", QUESTION));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThatItIsAnAnswer(answer.json(), "answered");
        var citation = answer.json().path("citations").path(0);
        assertThat(citation.propertyNames()).contains("sourceId", "title", "url", "quote");
        assertThat(TEXT).contains(citation.path("quote").asString());
        var unknown = Map.of("question", "Who painted the ceiling of the Sistine Chapel?");
        assertThatItIsAnAnswer(api.post("/bots/" + bot + "/answers", unknown).json(), "unanswered");
        var person = Map.of("question", "I want to talk to a human being");
        assertThatItIsAnAnswer(api.post("/bots/" + bot + "/answers", person).json(), "handover");
    }

    @Test
    void streamsAnAnswerAsItIsMade() {
        var path = "/bots/" + taughtBot() + "/answers";

        var body =
                """
                {"question": "%s", "stream": true, "history": [{"role": "user", "text": "Hi"}]}
                """
                        .formatted(QUESTION);

        var stream = askForEvents(path, body);

        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        var events = events(stream.text());
        assertThat(events.keySet())
                .containsExactlyInAnyOrder("status", "delta", "sources", "score", "done");
        assertThat(events.get("delta").path("text").asString()).isNotBlank();
        assertThatItIsAnAnswer(events.get("done"), "answered");
        var refused = askForEvents(path, "{\"stream\": true}");
        assertThat(refused.refusal(422)).isEqualTo("Write a question.");
    }

    @Test
    void repeatsAResultForTheSameIdempotencyKey() {
        var first = addWithKey("{\"name\": \"Robin\"}");
        var second = addWithKey("{\"name\": \"Robin\"}");
        var other = addWithKey("{\"name\": \"Kim\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.refusal(422))
                .isEqualTo("This Idempotency-Key was used for another request.");
        assertThat(api.get("/bots").json().path("data").size()).isEqualTo(1);
    }

    @Test
    void listsConversationsAndTheirMessages() {
        var bot = taughtBot();
        var visitor =
                Visitor.start(
                        URI.create("http://localhost:" + port),
                        api.get("/bots/" + bot).at("publicKey"));
        visitor.replyTo(visitor.say(QUESTION, "c-1"));

        var conversation = api.get("/bots/" + bot + "/conversations").json().path("data").path(0);
        var messages =
                api.get("/conversations/" + conversation.path("id").asString() + "/messages");

        assertThat(conversation.path("id").asString()).isEqualTo(visitor.id());
        assertThat(messages.json().path("data").values())
                .extracting(message -> message.path("role").asString())
                .containsExactly("visitor", "bot");
        assertThat(messages.json().path("pagination").propertyNames())
                .containsExactlyInAnyOrder("cursor", "hasMore");
    }

    @Test
    void tellsAVisitorByTheEventsOfTheChannel() {
        var bot = taughtBot();
        var visitor =
                Visitor.start(
                        URI.create("http://localhost:" + port),
                        api.get("/bots/" + bot).at("publicKey"));
        var message = visitor.say(QUESTION, "c-1");
        visitor.replyTo(message);
        var handover = visitor.call("POST", "/handover", "");

        var seen = new TreeMap<String, JsonNode>();
        try (var line = visitor.listenAfter("0")) {
            line.until(event -> {
                seen.put(event.name(), event.data());
                return event.name().equals("handover");
            });
        }

        assertThat(JsonMapper.shared().readTree(handover.body()).path("state").asString())
                .isEqualTo("waiting");
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        "status", "delta", "sources", "score", "message", "handover", "done");
        assertThat(seen.get("status").propertyNames()).contains("turn", "state");
        assertThat(seen.get("delta").propertyNames()).contains("turn", "text");
        assertThat(seen.get("sources").path("sources").path(0).propertyNames())
                .contains("number", "title", "quote");
        assertThat(seen.get("score").propertyNames()).contains("turn", "score", "word");
        assertThat(seen.get("done").path("turn").asString()).isEqualTo(message);
        assertThat(visitor.call("GET", "/export", "").statusCode()).isEqualTo(200);
        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);
        assertThat(visitor.call("GET", "/export", "").statusCode()).isEqualTo(404);
    }

    @Test
    void describesEveryCallAndNothingElse() {
        var described = new HashSet<String>();
        var operations = new ArrayList<JsonNode>();
        var description = api.get("/openapi.json").json();
        description
                .path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> {
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                            operations.add(operation);
                            assertThatItsParametersAreItsPath(path, operation);
                        }));

        assertThat(described).isEqualTo(restRoutes());
        assertThat(description.path("openapi").asString()).startsWith("3.");
        assertThat(operations)
                .extracting(operation -> operation.path("operationId").asString())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        assertThat(operations)
                .allSatisfy(operation -> {
                    assertThat(operation.path("summary").asString()).isNotBlank();
                    assertThat(operation.path("responses").values())
                            .allMatch(response ->
                                    !response.path("description").asString("").isBlank());
                });
        assertThat(description.path("components").path("schemas").propertyNames())
                .contains("Bot", "Source", "NewSource", "Document", "Answer", "Problem")
                .doesNotContain("Caller", "OrganizationId");
        assertThatEveryReferenceLeadsSomewhere(description);
    }

    private static void assertThatItsParametersAreItsPath(String path, JsonNode operation) {
        var named =
                Pattern.compile("\\{(\\w+)}")
                        .matcher(path)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(operation.path("parameters").values())
                .filteredOn(parameter -> parameter.path("in").asString().equals("path"))
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyElementsOf(named);
        assertThat(operation.path("parameters").values())
                .filteredOn(parameter -> parameter.path("in").asString().equals("query"))
                .extracting(parameter -> parameter.path("name").asString())
                .isSubsetOf(
                        "cursor", "limit", "from", "to", "vendor", "told", "bot", "status",
                        "state");
    }

    private static void assertThatEveryReferenceLeadsSomewhere(JsonNode description) {
        Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                .matcher(description.toString())
                .results()
                .forEach(found ->
                        assertThat(description.at(found.group(1)).isMissingNode())
                                .as(found.group(1))
                                .isFalse());
    }

    private Set<String> restRoutes() {
        var all = new HashSet<String>();
        routes.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (var path : mapping.getPatternValues()) {
                        if (path.startsWith("/api/")
                                && handler.getBeanType().getName().startsWith("io.taros")) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> all.add(method + " " + path));
                        }
                    }
                });
        return all;
    }

    private static void assertThatItIsAnAnswer(JsonNode answer, String outcome) {
        assertThat(answer.path("outcome").asString("")).as(answer.toString()).isEqualTo(outcome);
        assertThat(answer.propertyNames())
                .contains("outcome", "answer", "citations", "reliability", "usage");
        assertThat(answer.path("answer").asString("")).isNotBlank();
        assertThat(answer.path("citations").isArray()).isTrue();
        assertThat(answer.path("reliability").path("score").doubleValue()).isBetween(0.0, 1.0);
        assertThat(answer.path("reliability").path("reasons").size()).isPositive();
        assertThat(answer.path("usage").propertyNames()).contains("inputTokens", "outputTokens");
    }

    /** The last of each name. */
    private static Map<String, JsonNode> events(String stream) {
        var events = new TreeMap<String, JsonNode>();
        for (var event : stream.strip().split("\n\n")) {
            var lines = event.split("\n", 2);
            events.put(
                    lines[0].replace("event: ", ""),
                    JsonMapper.shared().readTree(lines[1].replace("data: ", "")));
        }
        return events;
    }

    private String taughtBot() {
        var bot = api.bot("Robin");
        var text = Map.of("type", "text", "text", TEXT, "title", "Delivery");
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", text)));
        return bot;
    }

    private RestCaller.Answer askForEvents(String path, String body) {
        return api.send(
                api.to(path)
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(BodyPublishers.ofString(body)));
    }

    private RestCaller.Answer addWithKey(String body) {
        return api.send(
                api.to("/bots")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "once")
                        .POST(BodyPublishers.ofString(body)));
    }
}
