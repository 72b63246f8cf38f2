package io.taros.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-03: what visitors agree to before the first word, asked for, kept and shown. */
@TarosTest
class ConsentTest {
    private static final String OURS =
            "I agree that what I write is stored and answered by an AI, as the privacy policy says.";

    private final Tenants tenants;
    private final AuditLog log;
    private final URI installation;
    private final Browser owner;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;
    private String key;

    ConsentTest(Tenants tenants, AuditLog log, @LocalServerPort int port) {
        this.tenants = tenants;
        this.log = log;
        installation = URI.create("http://localhost:" + port);
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeHasABot() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation.toString(), acme.apiKey());
        bot = api.bot("Robin");
        key = api.get("/bots/" + bot).at("publicKey");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/bot/widget?bot=" + bot);
    }

    private void ask(boolean asked) {
        var saved =
                owner.post(
                        "/bot/widget",
                        "bot",
                        bot,
                        "accentColour",
                        "#00716f",
                        "consent",
                        String.valueOf(asked));
        assertThat(saved.status()).isEqualTo(303);
    }

    private HttpResponse<String> begin(String body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    installation.resolve("/widget/v1/" + key + "/conversations"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private AuditEntry last() {
        return Tenancy.callAs(
                acme.organization(),
                () -> log.list(AuditLog.Filter.ALL, Long.MAX_VALUE, 1).getFirst());
    }

    @Test
    void isAskedOfNobodyUntilTheOwnerWantsIt() throws Exception {
        assertThat(Visitor.config(installation, key)).contains("\"consent\":false");
        assertThat(begin("{}").statusCode()).isEqualTo(201);

        ask(true);

        assertThat(Visitor.config(installation, key)).contains("\"consent\":true");
        assertThat(last().action()).isEqualTo("visitor-consent.asked");
        assertThat(owner.get("/bot/widget?bot=" + bot).body())
                .contains("name=\"consent\" value=\"true\" checked");
        ask(false);
        assertThat(last().action()).isEqualTo("visitor-consent.not-asked");
        assertThat(begin("{}").statusCode()).isEqualTo(201);
    }

    @Test
    void opensNoConversationWithoutItOrWithWordsThatNobodyShowed() throws Exception {
        ask(true);

        for (var body : new String[] {"{}", "{\"consent\":\"Yes, do what you want with me.\"}"}) {
            var refused = begin(body);
            assertThat(refused.statusCode()).as(body).isEqualTo(422);
            assertThat(refused.body()).contains("asks for the visitor’s consent");
        }

        assertThat(api.get("/bots/" + bot + "/conversations").text()).doesNotContain("\"id\"");
    }

    @Test
    void standsInTheTranscriptAndInTheVisitorsCopy() {
        ask(true);
        var visitor = Visitor.start(installation, key, Map.of("consent", OURS));
        visitor.replyTo(visitor.say("Where is my parcel?", "c1"));

        assertThat(owner.get("/inbox/" + visitor.id()).body())
                .contains("Agreed to", "I agree that what I write is stored");
        assertThat(visitor.call("GET", "/export", "").body())
                .contains("\"consent\":{\"wording\":\"" + OURS, "\"givenAt\":\"");
    }

    @Test
    void takesTheOwnersWordsForEveryLanguageAndForOne() throws Exception {
        ask(true);
        api.call(
                "PUT",
                "/bots/" + bot,
                "{\"widget\": {\"texts\": {\"consent\": \"Fine.\", \"ar:consent\": \"موافق.\"}}}");

        assertThat(begin("{\"consent\":\"Fine.\"}").statusCode()).isEqualTo(201);
        assertThat(begin("{\"consent\":\"موافق.\"}").statusCode()).isEqualTo(201);
        assertThat(begin("{\"consent\":\"Not fine.\"}").statusCode()).isEqualTo(422);
    }
}
