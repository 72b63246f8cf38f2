package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Eventually;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Visitors of an English page who write something else. */
@TarosTest
class SpeakingTest {
    private static final String DANISH = "Hvor lang tid tager det, før jeg får min pakke?";
    private static final String GERMAN = "Wie lange dauert es, bis ich mein Paket bekomme?";

    private final Tenants tenants;
    private final Conversations conversations;
    private final ForeignQuestions foreign;
    private final int port;
    private final URI installation;
    private Tenants.Tenant acme;
    private String bot;
    private String publicKey;
    private Visitor visitor;

    SpeakingTest(
            Tenants tenants,
            Conversations conversations,
            ForeignQuestions foreign,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.conversations = conversations;
        this.foreign = foreign;
        this.port = port;
        installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void shopThatWasTaughtInDanish() {
        acme = tenants.open("Acme");
        var api = new RestCaller(installation.toString(), acme.apiKey());
        var added = api.post("/bots", Map.of("name", "Robin", "threshold", 0.97));
        bot = added.at("id");
        var source =
                api.post(
                                "/bots/" + bot + "/sources",
                                Map.of(
                                        "type",
                                        "text",
                                        "title",
                                        "Levering",
                                        "text",
                                        "Vi pakker hver ordre i hånden. Det, der bestilles inden klokken fjorten, sendes samme dag og er fremme inden for tre hverdage."))
                        .at("id");
        Eventually.eventually(
                () -> assertThat(api.get("/sources/" + source).at("status")).isEqualTo("ready"));
        publicKey = added.at("publicKey");
        visitor = Visitor.start(installation, publicKey, Map.of("language", "en"));
    }

    private JsonNode say(String text, String clientId) {
        return visitor.replyTo(visitor.say(text, clientId)).data();
    }

    private Conversation conversation() {
        return Tenancy.callAs(
                acme.organization(),
                () -> conversations.get(new Conversation.Id(UUID.fromString(visitor.id()))));
    }

    private String promised() {
        assertThat(visitor.call("POST", "/handover", "{}").statusCode()).isLessThan(300);
        try (var line = visitor.listen()) {
            return line.until(event -> event.name().equals("handover"))
                    .getLast()
                    .data()
                    .path("text")
                    .asString();
        }
    }

    @Test
    void arePromisedAPersonInWhatTheyWrite() {
        say(DANISH, "c-1");
        say("ok", "c-2");

        assertThat(promised()).startsWith("Her er ingen lige nu");
        assertThat(conversation().speaks()).isEqualTo("da");
        assertThat(conversation().language()).isEqualTo("en");
    }

    @Test
    void arePromisedAPersonInThePagesLanguageUntilTheyWrite() {
        assertThat(promised()).startsWith("Nobody is here right now");
        assertThat(conversation().speaks()).isEqualTo("en");
    }

    /** Browsers say {@code no}, {@code nn} or {@code nb}. */
    @Test
    void areToldInNorwegianWhateverItIsCalled() {
        visitor = Visitor.start(installation, publicKey, Map.of("language", "no"));

        assertThat(promised()).startsWith("Ingen er her akkurat nå,");
    }

    @Test
    void getTheLanguageTheyAskFor() {
        say(DANISH, "c-1");

        assertThat(say("auf Deutsch bitte", "c-2").path("text").asString())
                .startsWith("Gern, wir machen auf Deutsch weiter.");
        assertThat(conversation().speaks()).isEqualTo("de");
    }

    @Test
    void keepTheLanguageTheyAskedForHoweverLongTheyWriteAnother() {
        say("auf Deutsch bitte", "c-0");
        for (var i = 1; i <= 7; i++) {
            say("Hvor er min pakke nummer " + i + "?", "c-" + i);
        }

        assertThat(conversation().wants()).isEqualTo("de");
        assertThat(conversation().speaks()).isEqualTo("de");
        assertThat(promised()).startsWith("Gerade ist niemand da");

        say("på dansk, tak", "c-8");
        assertThat(conversation().wants()).isEqualTo("da");
    }

    @Test
    void areToldNothingOfModelsButTheOwnerIs() {
        var reply = say(GERMAN, "c-1");

        assertThat(reply.path("why").asString()).isEqualTo("other_language");
        assertThat(reply.path("text").asString()).startsWith("Das kann ich nicht sicher genug");
        assertThat(
                        Tenancy.callAs(
                                acme.organization(),
                                () ->
                                        foreign.list(
                                                new Bot.Id(UUID.fromString(bot)), Instant.EPOCH)))
                .containsExactly(new ForeignQuestions.Asked("de", 1));
        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        assertThat(owner.get("/knowledge/unanswered").body())
                .contains("1 question of the last 30 days in German")
                .contains("which is in Danish");
        assertThat(owner.get("/inbox/" + visitor.id()).body())
                .contains("the question is in another language than what was found");
    }
}
