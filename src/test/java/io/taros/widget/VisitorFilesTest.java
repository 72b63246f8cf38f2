package io.taros.widget;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.attachment.Samples;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files from visitors to people and back: taken, seen on both sides, and gone with the chat. */
@TarosTest
class VisitorFilesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Tenants tenants;
    private final BlobStore blobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RateLimits limits;
    private final URI installation;
    private final Browser owner;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;
    private String key;
    private Visitor visitor;

    VisitorFilesTest(
            Tenants tenants,
            BlobStore blobs,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RateLimits limits,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.limits = limits;
        installation = URI.create("http://localhost:" + port);
        owner = new Browser(port);
    }

    @BeforeEach
    void somebodyWrites() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation.toString(), acme.apiKey());
        bot = api.bot("Robin");
        key = api.get("/bots/" + bot).at("publicKey");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        visitor = Visitor.start(installation, key);
    }

    private String say(String text, String clientId, String... files) {
        var said = visitor.post(text, clientId, List.of(files));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(202);
        return JSON.readTree(said.body()).path("id").asString();
    }

    private JsonNode messages() {
        return api.get("/conversations/" + visitor.id() + "/messages").json().path("data");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    private long stored() {
        return Tenancy.callAs(
                acme.organization(),
                () -> blobs.list(Instant.now().plusSeconds(60)).stream().count());
    }

    @Test
    void aPictureReachesPeopleWithoutWhereItWasTaken() {
        var photo = visitor.attached("IMG_1.jpg", Samples.photo(6));
        say("Here it is", "c-1", photo);

        var page = owner.get("/inbox/" + visitor.id()).body();
        var address = "/inbox/" + visitor.id() + "/attachments/" + photo;
        assertThat(page).contains(address, "IMG_1.jpg", "width=\"40\"");

        var seen = owner.get(address);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(seen.header("Content-Disposition")).startsWith("inline");
        assertThat(seen.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(seen.body()).doesNotContain(Samples.SECRET);
        var own = visitor.download(photo);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(text(own)).doesNotContain(Samples.SECRET, "Exif");
        var overRest =
                api.get("/conversations/" + visitor.id() + "/attachments/" + photo).response();
        assertThat(overRest.body()).isEqualTo(own.body());
    }

    @Test
    void everybodyIsToldWhatCameAlong() {
        var photo = visitor.attached("a.png", Samples.picture("png"));
        var paper = visitor.attached("Invoice.pdf", Samples.pdf());
        var said = say("Look", "c-1", photo, paper);

        var told = messages().path(0).path("attachments");
        assertThat(told).hasSize(2);
        assertThat(told.path(0).path("id").asString()).isEqualTo(photo);
        assertThat(told.path(0).path("width").asInt()).isEqualTo(80);
        assertThat(told.path(1).path("name").asString()).isEqualTo("Invoice.pdf");
        assertThat(told.path(1).path("type").asString()).isEqualTo("application/pdf");
        assertThat(told.path(1).path("size").asLong()).isPositive();
        try (var line = visitor.listen()) {
            var heard =
                    line.until(event -> event.data().path("id").asString("").equals(said))
                            .getLast();
            assertThat(heard.data().path("attachments")).hasSize(2);
        }
        assertThat(visitor.call("GET", "/export", "").body()).contains("Invoice.pdf");
        var download = owner.get("/inbox/" + visitor.id() + "/attachments/" + paper);
        assertThat(download.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void filesWithoutAWordAreAnsweredHonestly() {
        var said = say("", "c-1", visitor.attached("a.png", Samples.picture("png")));

        var reply = visitor.replyTo(said).data();

        assertThat(reply.path("text").asString()).startsWith("I cannot look into files.");
        assertThat(reply.path("outcome").asString()).isEqualTo("unanswered");
        assertThat(owner.get("/inbox/list?queue=BOT").body()).contains("a.png");
        assertThat(visitor.post("", "c-2").statusCode()).isEqualTo(422);
    }

    @Test
    void aPersonSendsFilesBack() {
        visitor.replyTo(visitor.say("Do you have the rules?", "c-1"));
        var here = "/inbox/" + visitor.id();
        owner.get(here);

        var sent =
                owner.upload(
                        here + "/replies",
                        List.of("text", "", "clientId", "p-1", "kind", "reply"),
                        "Rules.pdf",
                        Samples.pdf());

        assertThat(sent.status()).isEqualTo(303);
        var message = messages().path(messages().size() - 1);
        assertThat(message.path("role").asString()).isEqualTo("person");
        var file = message.path("attachments").path(0);
        assertThat(file.path("name").asString()).isEqualTo("Rules.pdf");
        assertThat(visitor.download(file.path("id").asString()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonsWordsStayWhereAFileIsRefused() {
        visitor.replyTo(visitor.say("Do you have the rules?", "c-1"));
        owner.get("/inbox/" + visitor.id());

        var refused =
                owner.upload(
                        "/inbox/" + visitor.id() + "/replies",
                        List.of("text", "Here they are.", "clientId", "p-1", "kind", "reply"),
                        "rules.html",
                        "<!doctype html><p>Rules".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Here they are.", "Web pages and drawings");
        assertThat(messages()).hasSize(2);
    }

    @Test
    void filesThatGoWithANoteAreSaidToBeNone() {
        visitor.say("Do you have the rules?", "c-1");
        owner.get("/inbox/" + visitor.id());

        var refused =
                owner.upload(
                        "/inbox/" + visitor.id() + "/notes",
                        List.of("text", "Look into it.", "clientId", "p-1", "kind", "note"),
                        "Rules.pdf",
                        Samples.pdf());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Look into it.", "Notes have no files.");
    }

    @Test
    void filesOfAReplyThatIsNotSaidAreNotKept() {
        visitor.replyTo(visitor.say("Do you have the rules?", "c-1"));
        var here = "/inbox/" + visitor.id();
        owner.get(here);
        api.post(
                "/conversations/" + visitor.id() + "/messages",
                "{\"text\": \"I do.\", \"name\": \"Ann\"}");

        var slower =
                owner.upload(
                        here + "/replies",
                        List.of("text", "Here.", "clientId", "p-1", "kind", "reply", "seen", "1"),
                        "Rules.pdf",
                        Samples.pdf());

        assertThat(slower.body()).contains("Here.");
        assertThat(slower.status()).isEqualTo(409);
        assertThat(stored()).isZero();
    }

    @Test
    void eachSideHasRoomOfItsOwn() {
        visitor.replyTo(visitor.say("Do you have the rules?", "c-1"));
        visitor.attached("a.png", Samples.picture("png"));
        Tenancy.runAs(
                acme.organization(),
                () ->
                        transactions.executeWithoutResult(status ->
                                jdbc.sql("update attachment set size = :size")
                                        .param("size", 100L << 20)
                                        .update()));
        owner.get("/inbox/" + visitor.id());

        assertThat(visitor.attach("b.png", Samples.picture("png")).body())
                .contains("Your files in one chat come to at most 100 MB");
        var reply = List.of("text", "", "clientId", "p-1", "kind", "reply");
        var sent =
                owner.upload("/inbox/" + visitor.id() + "/replies", reply, "a.pdf", Samples.pdf());
        assertThat(sent.status()).isEqualTo(303);
    }

    /** Also of one that is large and on its way when it is refused. */
    @Test
    void ofOneBotThereAreNotTooManyInADay() {
        for (var brought = 0; brought < Limit.FILE_BOT.capacity(); brought++) {
            limits.spend(Limit.FILE_BOT, bot);
        }

        assertThat(visitor.attach("a.bin", new byte[9 * 1024 * 1024]).statusCode()).isEqualTo(429);
    }

    @Test
    void whatIsNoFileIsToldHowToBeOne() {
        assertThat(visitor.call("POST", "/attachments", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void refusalsAreOneSentenceAndKeepNothing() {
        var drawing = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);

        var refused = visitor.attach("a.svg", drawing);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).path("detail").asString())
                .isEqualTo(
                        "Web pages and drawings made of code are not taken. Send a picture or a PDF of it.");
        assertThat(visitor.attach("a.bin", new byte[11 * 1024 * 1024]).body())
                .contains("A file has at most 10 MB.");
        assertThat(stored()).isZero();
    }

    @Test
    void aMessageSendsWhatIsThereToBeSentAndNothingElse() {
        var other = Visitor.start(installation, key);
        var theirs = other.attached("a.png", Samples.picture("png"));
        var mine = visitor.attached("b.png", Samples.picture("png"));

        for (var foreign : List.of(theirs, UUID.randomUUID().toString())) {
            var refused = visitor.post("Look", "c-1", List.of(mine, foreign));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("A file is not there any more.");
        }
        say("Look", "c-2", mine);
        assertThat(visitor.post("Again", "c-3", List.of(mine)).statusCode()).isEqualTo(422);
        assertThat(other.download(mine).statusCode()).isEqualTo(404);
        assertThat(visitor.download(theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherOrganizationFindsNothing() {
        var photo = visitor.attached("a.png", Samples.picture("png"));
        say("Look", "c-1", photo);
        var globex = tenants.open("Globex");
        var stranger = new Browser(installation.getPort());
        stranger.signIn(globex.email(), Tenants.PASSWORD);

        assertThat(stranger.get("/inbox/" + visitor.id() + "/attachments/" + photo).status())
                .isEqualTo(404);
        assertThat(
                        new RestCaller(installation.toString(), globex.apiKey())
                                .get("/conversations/" + visitor.id() + "/attachments/" + photo)
                                .status())
                .isEqualTo(404);
    }

    @Test
    void ofOneMessageThereAreFewAndOfOneChatNotTooMuch() {
        var files =
                IntStream.range(0, 6)
                        .mapToObj(i -> visitor.attached(i + ".txt", new byte[] {'a'}))
                        .toList();

        var refused = visitor.post("Look", "c-1", files);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("A message has at most 5 files.");
        say("Look", "c-2", files.subList(0, 5).toArray(String[]::new));
    }

    @Test
    void whereItIsSwitchedOffNothingIsOfferedAndNothingTaken() {
        assertThat(Visitor.config(installation, key)).contains("\"files\":{\"types\":");
        owner.get("/bot/widget?bot=" + bot);

        owner.post("/bot/widget", "bot", bot, "accentColour", "#00716f");

        assertThat(Visitor.config(installation, key)).doesNotContain("\"files\"");
        var refused = visitor.attach("a.png", Samples.picture("png"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("No files can be attached in this chat.");
        owner.post("/bot/widget", "bot", bot, "accentColour", "#00716f", "files", "true");
        visitor.attached("a.png", Samples.picture("png"));
    }

    @Test
    void deletingTheChatDeletesItsFiles() {
        var photo = visitor.attached("IMG_1.jpg", Samples.photo(1));
        say("Here it is", "c-1", photo);
        var unsent = visitor.attached("b.png", Samples.picture("png"));
        assertThat(stored()).isEqualTo(2);

        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);

        eventually(this::stored, count -> count == 0);
        assertThat(rows("attachment") + rows("discarded_file")).isZero();
        assertThat(visitor.download(unsent).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTakenBackIsGone() {
        var file = visitor.attached("a.png", Samples.picture("png"));

        assertThat(visitor.call("DELETE", "/attachments/" + file, "").statusCode()).isEqualTo(204);

        eventually(this::stored, count -> count == 0);
        assertThat(visitor.call("DELETE", "/attachments/" + file, "").statusCode()).isEqualTo(404);
        var sent = visitor.attached("b.png", Samples.picture("png"));
        say("Look", "c-1", sent);
        assertThat(visitor.call("DELETE", "/attachments/" + sent, "").statusCode()).isEqualTo(404);
    }

    private long rows(String table) {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        transactions.execute(status ->
                                jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single()));
    }
}
