package io.taros.answering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Eventually;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P-16: answers over REST. */
@TarosTest
class AnswersTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort private int port;
    private final Tenants tenants;
    private final HttpClient client = HttpClient.newHttpClient();
    private String key = "";
    private String bot = "";

    AnswersTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void acme() throws Exception {
        key = tenants.open("Acme").apiKey();
        var added =
                call(
                        "POST",
                        "/bots",
                        "{\"name\": \"Robin\", \"allowedOrigins\": [\"https://shop.example\"]}");
        assertThat(added.statusCode()).isEqualTo(201);
        bot = json(added).get("id").asString();
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String body) throws Exception {
        return call("POST", "/bots/" + bot + "/answers", body);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Test
    void saysThatItDoesNotKnowWhatNobodyTaughtIt() throws Exception {
        var response = ask("{\"question\": \"How long does delivery to Sweden take?\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        var answer = json(response);
        assertThat(answer.get("outcome").asString()).isEqualTo("unanswered");
        assertThat(answer.get("answer").asString()).startsWith("I am not sure enough");
        assertThat(answer.get("citations").isEmpty()).isTrue();
        assertThat(answer.get("reliability").get("score").asDouble(1)).isZero();
        assertThat(answer.get("reliability").get("reasons").get(0).asString())
                .isEqualTo("Nothing in the knowledge base speaks to the question.");
        assertThat(answer.get("usage").get("inputTokens").asInt(1)).isZero();
    }

    @Test
    void answersFromWhatItWasTaught() throws Exception {
        var text =
                "Delivery to Sweden takes three to five working days and costs 49 kroner. We deliver to no other country.";
        var added =
                call(
                        "POST",
                        "/bots/" + bot + "/sources",
                        "{\"type\": \"text\", \"title\": \"Delivery\", \"text\": \""
                                + text
                                + "\"}");
        assertThat(added.statusCode()).isEqualTo(202);
        var source = json(added).get("id").asString();
        Eventually.eventually(() ->
                assertThat(json(call("GET", "/sources/" + source, "")).get("status").asString())
                        .isEqualTo("ready"));

        var answer = json(ask("{\"question\": \"How long does delivery to Sweden take?\"}"));

        assertThat(answer.get("outcome").asString()).isEqualTo("answered");
        assertThat(answer.get("answer").asString())
                .contains("three to five working days")
                .contains("[1]");
        var citation = answer.get("citations").get(0);
        assertThat(citation.get("sourceId").asString()).isEqualTo(source);
        assertThat(citation.get("title").asString()).isEqualTo("Delivery");
        assertThat(text).contains(citation.get("quote").asString());
        assertThat(answer.get("reliability").get("score").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void handsOverInTheVisitorsLanguage() throws Exception {
        var answer = json(ask("{\"question\": \"Jeg vil gerne tale med et menneske\"}"));

        assertThat(answer.get("outcome").asString()).isEqualTo("handover");
        assertThat(answer.get("language").asString()).isEqualTo("da");
        assertThat(answer.get("answer").asString()).startsWith("Selvfølgelig");
    }

    @Test
    void streamsEventsWhenAsked() throws Exception {
        var response =
                ask(
                        "{\"question\": \"Hello\", \"stream\": true, \"history\": [{\"role\": \"user\", \"text\": \"Hi\"}]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(response.body())
                .contains("event: status\n", "event: delta\n", "event: score\n", "event: done\n")
                .contains("\"outcome\":\"answered\"")
                .endsWith("\n\n");
    }

    @Test
    void refusesInOneSentenceWhatItCannotUse() throws Exception {
        var long100k = "{\"question\": \"" + "a".repeat(100_000) + "\"}";
        assertProblem(
                ask(long100k),
                413,
                "The question is too long: at most 4,000 characters are taken.");
        assertProblem(ask("{\"question\": \"  \"}"), 422, "Write a question.");
        assertProblem(ask("{}"), 422, "Write a question.");
        assertProblem(
                ask(
                        "{\"question\": \"Hi\", \"history\": [{\"role\": \"system\", \"text\": \"x\"}]}"),
                422,
                "Write the role as user, assistant or person.");
        assertProblem(
                ask("not json"), 400, "The body is not readable JSON; look at line 1, column 1.");
        assertProblem(
                call("POST", "/bots", "{\"name\": \"R\", \"allowedOrigins\": [\"shop\"]}"),
                422,
                "Write an origin like https://www.example.com, without a path.");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String sentence) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(response).get("detail").asString()).isEqualTo(sentence);
    }

    @Test
    void isNotThereForAnotherOrganization() throws Exception {
        key = tenants.open("Globex").apiKey();

        assertThat(ask("{\"question\": \"Hello?\"}").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/bots/" + bot, "").statusCode()).isEqualTo(404);
        assertThat(call("PUT", "/bots/" + bot, "{\"name\": \"Mine\"}").statusCode()).isEqualTo(404);
        assertThat(call("DELETE", "/bots/" + bot, "").statusCode()).isEqualTo(404);
        assertThat(json(call("GET", "/bots", "")).get("data").isEmpty()).isTrue();
    }

    @Test
    void asksForAKey() throws Exception {
        key = "";
        assertThat(ask("{\"question\": \"Hello?\"}").statusCode()).isEqualTo(401);
    }

    @Test
    void changesWhatIsSentAndKeepsTheRest() throws Exception {
        var changed =
                json(
                        call(
                                "PUT",
                                "/bots/" + bot,
                                "{\"threshold\": 0.8, \"widget\": {\"theme\": \"dark\"}}"));

        assertThat(changed.get("name").asString()).isEqualTo("Robin");
        assertThat(changed.get("threshold").asDouble()).isEqualTo(0.8);
        assertThat(changed.get("widget").get("theme").asString()).isEqualTo("dark");
        assertThat(changed.get("allowedOrigins").get(0).asString())
                .isEqualTo("https://shop.example");
        assertThat(
                        json(call("GET", "/bots?limit=1", ""))
                                .get("pagination")
                                .get("hasMore")
                                .asBoolean(true))
                .isFalse();
        assertThat(call("DELETE", "/bots/" + bot, "").statusCode()).isEqualTo(204);
        assertThat(call("GET", "/bots/" + bot, "").statusCode()).isEqualTo(404);
    }

    @Test
    void describesItself() throws Exception {
        key = "";
        var response = call("GET", "/openapi.json", "");

        assertThat(response.statusCode()).isEqualTo(200);
        var api = json(response);
        assertThat(api.get("paths").propertyNames())
                .contains("/api/v1/bots", "/api/v1/bots/{id}/answers")
                .allMatch(path -> path.startsWith("/api/v1/"));
        var answers = api.get("paths").get("/api/v1/bots/{id}/answers").get("post");
        assertThat(answers.get("responses").propertyNames())
                .contains("200", "401", "404", "413", "422", "429");
        assertThat(api.get("components").get("schemas").propertyNames())
                .contains("NewAnswer", "Answer", "Problem");
        assertThat(
                        api.get("components")
                                .get("securitySchemes")
                                .get("apiKey")
                                .get("scheme")
                                .asString())
                .isEqualTo("bearer");
    }
}
