package io.taros.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.testing.PuzzleSolver;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P-24: where much comes from one place whatever follows costs a puzzle, and is not refused. */
@TarosTest
class VisitorPuzzlesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Tenants tenants;
    private final RateLimits limits;
    private final JsonMapper json;
    private final URI installation;
    private RestCaller api;
    private String bot;
    private String robin;

    VisitorPuzzlesTest(
            Tenants tenants, RateLimits limits, JsonMapper json, @LocalServerPort int port) {
        this.tenants = tenants;
        this.limits = limits;
        this.json = json;
        this.installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void aBot() {
        api = new RestCaller(installation.toString(), tenants.open("Acme").apiKey());
        var added = api.post("/bots", Map.of("name", "Robin"));
        bot = added.at("id");
        robin = added.at("publicKey");
    }

    @Test
    void isAskedOnceHalfOfAnAddressesConversationsAreBegun() {
        for (var begun = 0; begun <= Limit.CONVERSATION.capacity() / 2; begun++) {
            assertThat(start(robin, null).statusCode()).isEqualTo(201);
        }

        var asked = start(robin, null);

        assertThat(asked.statusCode()).isEqualTo(428);
        assertThat(body(asked).path("type").asString()).endsWith("#puzzle");
        assertThat(start(robin, solved(asked)).statusCode()).isEqualTo(201);
    }

    @Test
    void isGoodOnceForItsBotAndForNothingElse() {
        for (var begun = 0; begun <= Limit.CONVERSATION.capacity() / 2; begun++) {
            start(robin, null);
        }
        var wren = api.post("/bots", Map.of("name", "Wren")).at("publicKey");
        var solution = solved(start(robin, null));

        assertThat(start(wren, solution).statusCode()).as("another bot").isEqualTo(428);
        assertThat(start(robin, solution).statusCode()).isEqualTo(201);
        assertThat(start(robin, solution).statusCode()).as("again").isEqualTo(428);
        assertThat(start(robin, "e30=").statusCode()).as("none").isEqualTo(428);
        assertThat(start(robin, "%").statusCode()).as("nonsense").isEqualTo(428);
    }

    @Test
    void isAskedForTheNextMessageOnceALimitWasMet() {
        var visitor = Visitor.start(installation, robin);
        var other = Visitor.start(installation, robin);
        var third = Visitor.start(installation, robin);
        for (var said = 0; said <= Limit.MESSAGE.capacity(); said++) {
            visitor.post("Hello " + said, "c-" + said);
        }

        var asked = other.post("Hello?", "c-1");

        assertThat(asked.statusCode()).isEqualTo(428);
        var solution = solved(asked);
        assertThat(post(third, "c-1", solution).statusCode())
                .as("another conversation")
                .isEqualTo(428);
        assertThat(post(other, "c-1", solution).statusCode()).isEqualTo(202);
        assertThat(post(other, "c-1", null).statusCode()).as("the same message").isEqualTo(202);
        assertThat(post(other, "c-2", solution).statusCode()).as("again").isEqualTo(428);
    }

    @Test
    void isAskedOfWhoeverGoesOnWithAFlood() {
        var visitor = Visitor.start(installation, robin);
        for (var said = 1; said <= 4; said++) {
            visitor.replyTo(visitor.say("https://casino.example/" + said, "c-" + said));
        }

        assertThat(visitor.post("https://casino.example/", "c-5").statusCode()).isEqualTo(409);
        assertThat(start(robin, null).statusCode()).isEqualTo(428);
    }

    @Test
    void isAskedOfEverybodyWhileABotHasMuchToDo() {
        for (var said = 0; said < Limit.MESSAGE_BOT.capacity() * 3 / 4; said++) {
            limits.spend(Limit.MESSAGE_BOT, bot);
        }

        var asked = start(robin, null);

        assertThat(asked.statusCode()).isEqualTo(428);
        assertThat(start(robin, solved(asked)).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> start(String publicKey, String solution) {
        var uri = installation.resolve("/widget/v1/" + publicKey + "/conversations");
        var body = solution == null ? "{}" : json.writeValueAsString(Map.of("solution", solution));
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> post(Visitor visitor, String clientId, String solution) {
        var message = new HashMap<String, String>(Map.of("text", "Hello?", "clientId", clientId));
        if (solution != null) {
            message.put("solution", solution);
        }
        return visitor.call("POST", "/messages", json.writeValueAsString(message));
    }

    private String solved(HttpResponse<String> asked) {
        return PuzzleSolver.solve(body(asked).path("puzzle"));
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
