package io.taros.widget;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.conversation.Conversation;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Mailbox;
import io.taros.testing.RestCaller;
import io.taros.testing.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P-40: a chat by mail, and to nobody who has not asked for it. */
@AccountTest
class TranscriptByMailTest {
    private static final String ADA = "ada@tidewater.example";

    private final Tenants tenants;
    private final SendingTranscript sending;
    private final TranscriptRequests requests;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final VisitorIdentities identities;
    private final URI installation;
    private final Browser anybody;
    private Tenants.Tenant acme;
    private String key;

    TranscriptByMailTest(
            Tenants tenants,
            SendingTranscript sending,
            TranscriptRequests requests,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            VisitorIdentities identities,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.sending = sending;
        this.requests = requests;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.identities = identities;
        installation = URI.create("http://localhost:" + port);
        anybody = new Browser(port);
    }

    @BeforeEach
    void acmeHasABot() {
        MAIL.empty();
        acme = tenants.open("Acme");
        var api = new RestCaller(installation.toString(), acme.apiKey());
        key = api.get("/bots/" + api.bot("Robin")).at("publicKey");
    }

    private Visitor chat() {
        return chat("Where is <b>my</b> parcel & {0}?");
    }

    private Visitor chat(String question) {
        var visitor = Visitor.start(installation, key, Map.of("language", "en"));
        visitor.replyTo(visitor.say(question, "c1"));
        return visitor;
    }

    private static HttpResponse<String> ask(Visitor visitor, String email) {
        return visitor.call("POST", "/transcript", "{\"email\":\"%s\"}".formatted(email));
    }

    private static String path(Mailbox.Letter letter) {
        return letter.link().replace(Mailbox.BASE, "");
    }

    private long waiting() {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        transactions.execute(status ->
                                jdbc.sql("select count(*) from transcript_request")
                                        .query(Long.class)
                                        .single()));
    }

    @Test
    void goesAtOnceWhereTheWebsiteSignedThatTheyAreReached() {
        var visitor = chat();
        Tenancy.runAs(
                acme.organization(),
                () ->
                        identities.add(
                                new Conversation.Id(UUID.fromString(visitor.id())),
                                new VisitorIdentity("customer-1", "Ada", "Ada@Tidewater.example")));

        var answer = ask(visitor, ADA);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"confirmed\":true}");
        var letter = MAIL.get(ADA, "Your chat with Robin");
        assertThat(letter.text())
                .contains("Here is your chat with Robin, as you asked.", "You, ", "Robin (AI), ")
                .contains("Where is <b>my</b> parcel & {0}?");
        eventually(() -> assertThat(waiting()).isZero());
        assertThat(MAIL.all(ADA)).hasSize(1);
    }

    @Test
    void asksWhoeverReadsAnyOtherAddressFirst() {
        var visitor = chat();
        visitor.call("POST", "/lead", "{\"email\":\"%s\"}".formatted(ADA));

        assertThat(ask(visitor, ADA).body())
                .as("what somebody typed proves nothing")
                .isEqualTo("{\"confirmed\":false}");
        var letter = MAIL.get(ADA, "Shall we send your chat with Robin here?");
        assertThat(letter.text()).doesNotContain("parcel");

        var page = anybody.get(path(letter));
        assertThat(page.body()).contains("Send the chat here?", ADA);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(MAIL.all(ADA)).as("opening the link sends nothing").hasSize(1);
        assertThat(anybody.post(path(letter)).body()).contains("It is on its way");

        assertThat(MAIL.get(ADA, "Your chat with Robin").text()).contains("parcel");
        assertThat(anybody.post(path(letter)).body()).contains("This link does not work any more");
        eventually(() -> assertThat(waiting()).isZero());
        assertThat(MAIL.all(ADA)).hasSize(2);
    }

    @Test
    void speaksTheLanguageThatTheVisitorWrites() {
        var visitor = chat("Où est mon colis, et quand est-ce que je le reçois ?");

        ask(visitor, ADA);

        var letter = MAIL.get(ADA, "Faut-il envoyer ici votre chat avec Robin ?");
        assertThat(anybody.speaking("fr").get(path(letter)).body())
                .contains("Envoyer le chat ici ?");
        anybody.post(path(letter));
        assertThat(MAIL.get(ADA, "Votre chat avec Robin").text())
                .contains("Voici votre chat avec Robin", "Vous, ");
    }

    @Test
    void isOverWhenTheChatIsDeleted() {
        var visitor = chat();
        ask(visitor, ADA);
        var letter = MAIL.get(ADA, "Shall we send your chat with Robin here?");
        anybody.get(path(letter));

        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);

        assertThat(waiting()).isZero();
        assertThat(anybody.post(path(letter)).body()).contains("This link does not work any more");
        assertThat(anybody.get(path(letter)).body()).contains("This link does not work any more");
        Tenancy.runAs(
                acme.organization(),
                () ->
                        sending.handle(
                                new SendTranscript(
                                        acme.organization(),
                                        new TranscriptRequest.Id(java.util.UUID.randomUUID()))));
        assertThat(MAIL.all(ADA)).hasSize(1);
    }

    @Test
    void opensNothingWithAnotherOrganizationsKey() {
        var globex = tenants.open("Globex");
        var api = new RestCaller(installation.toString(), globex.apiKey());
        var theirs = api.get("/bots/" + api.bot("Wren")).at("publicKey");
        ask(chat(), ADA);
        var path = path(MAIL.get(ADA, "Shall we send your chat with Robin here?"));

        var elsewhere = path.replace(key, theirs);

        assertThat(elsewhere).isNotEqualTo(path);
        assertThat(anybody.get(elsewhere).body()).contains("This link does not work any more");
        assertThat(anybody.get(path).body()).contains("Send the chat here?");
        assertThat(anybody.post(elsewhere).body()).contains("This link does not work any more");
    }

    @Test
    void isAskedForAFewTimesAnHour() {
        var visitor = chat();
        for (var times = 0; times < 3; times++) {
            assertThat(ask(visitor, "reader" + times + "@tidewater.example").statusCode())
                    .isEqualTo(202);
        }

        var refused = ask(visitor, "reader4@tidewater.example");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void refusesWhatIsNoAddressAndWhoeverDoesNotHoldTheChat() {
        var visitor = chat();

        assertThat(ask(visitor, "nobody").statusCode()).isEqualTo(422);
        assertThat(ask(visitor, "a@b.example\\r\\nBcc: c@d.example").statusCode()).isEqualTo(422);
        assertThat(visitor.call("POST", "/transcript", "{}").statusCode()).isEqualTo(422);
        assertThat(requests.find("guessed")).isEmpty();
        assertThat(Visitor.config(installation, key)).contains("\"mail\":true");
    }
}
