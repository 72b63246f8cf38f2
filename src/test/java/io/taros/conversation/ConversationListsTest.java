package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TarosTest
class ConversationListsTest {
    private final Tenants tenants;
    private final String installation;
    private RestCaller api;
    private String bot;
    private String other;

    ConversationListsTest(Tenants tenants, @LocalServerPort int port) {
        this.tenants = tenants;
        installation = "http://localhost:" + port;
    }

    @BeforeEach
    void open() {
        api = new RestCaller(installation, tenants.open("Acme").apiKey());
        bot = api.bot("Robin");
        other = api.bot("Other");
    }

    private Visitor visitor(String of) {
        var key = api.get("/bots/" + of).at("publicKey");
        var visitor = Visitor.start(URI.create(installation), key);
        visitor.replyTo(visitor.say("Hello", "c-1"));
        return visitor;
    }

    private List<String> ids(String path) {
        return api.get(path)
                .json()
                .path("data")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    @Test
    void listsByBotAndByState() {
        var first = visitor(bot);
        var second = visitor(other);
        assertThat(second.call("POST", "/handover", "").statusCode()).isEqualTo(200);

        assertThat(ids("/conversations")).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(ids("/conversations?bot=" + bot)).containsExactly(first.id());
        assertThat(ids("/conversations?state=waiting")).containsExactly(second.id());
        assertThat(ids("/conversations?state=waiting&bot=" + bot)).isEmpty();
        assertThat(api.get("/conversations?state=asleep").refusal(422)).contains("waiting");

        var stranger = new RestCaller(installation, tenants.open("Globex").apiKey());
        assertThat(stranger.get("/conversations").json().path("data")).isEmpty();
        assertThat(stranger.get("/conversations?bot=" + bot).status()).isEqualTo(404);
        assertThat(stranger.get("/ratings").json().path("data")).isEmpty();
    }

    @Test
    void goesOnWhereAPageEnded() {
        var all = List.of(visitor(bot).id(), visitor(other).id(), visitor(bot).id());
        var listed = new ArrayList<String>();
        for (var path = "/conversations?limit=1"; path != null; ) {
            var page = api.get(path).json();
            page.path("data")
                    .valueStream()
                    .map(one -> one.path("id").asString())
                    .forEach(listed::add);
            path = next(page);
        }
        assertThat(listed).containsExactlyElementsOf(all.reversed());
    }

    private static String next(JsonNode page) {
        var cursor = page.at("/pagination/cursor");
        return cursor.isNull() ? null : "/conversations?limit=1&cursor=" + cursor.asString();
    }

    @Test
    void listsWhatVisitorsThink() {
        var rated = visitor(bot);
        visitor(other);
        assertThat(rated.call("POST", "/rating", "{\"score\": 4}").statusCode()).isLessThan(300);

        var rating = api.get("/ratings?bot=" + bot).json().at("/data/0");
        assertThat(rating.path("conversationId").asString()).isEqualTo(rated.id());
        assertThat(rating.path("score").asInt()).isEqualTo(4);
        assertThat(api.get("/ratings?bot=" + other).json().path("data")).isEmpty();
    }
}
