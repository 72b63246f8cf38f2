package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.conversation.Restrictions;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The page of a document, and the same over REST. */
@TarosTest
class DocumentPageTest {
    private static final String NINE = "Delivery of a parcel takes nine working days.";
    private static final String TWO = "Delivery of a parcel takes two working days.";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f-]*)\"");

    private final Tenants tenants;
    private final Restrictions restrictions;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Browser browser;
    private String bot;
    private String source;
    private String document;
    private String passage;

    DocumentPageTest(Tenants tenants, Restrictions restrictions) {
        this.tenants = tenants;
        this.restrictions = restrictions;
    }

    @BeforeEach
    void teach() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        source =
                api.accepted(
                        api.upload(bot, "delivery.txt", NINE.getBytes(StandardCharsets.UTF_8)));
        api.finished(source);
        document =
                api.get("/sources/" + source + "/documents")
                        .json()
                        .path("data")
                        .path(0)
                        .path("id")
                        .asString();
        passage = passages().path("id").asString();
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void showsWhatWasReadBesideTheFileAndWhatWasDecided() {
        var page = browser.get(path());
        assertThat(page.body()).contains("Download the file", NINE, "Exclude passage 1");
        var file = browser.get(path() + "/original");
        assertThat(file.body()).isEqualTo(NINE);
        assertThat(file.header("Content-Disposition")).contains("attachment", "delivery.txt");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        var text = browser.get(path() + "/text");
        assertThat(text.body()).isEqualTo(NINE);
        assertThat(text.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(text.header("Content-Disposition")).contains("attachment", ".txt");

        var saved = post("correction", "text", TWO, "seen", "");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith("?from=0#passage-" + passage);
        assertThat(browser.get(path()).body())
                .contains("Corrected", "<del>nine</del>", "<ins>two</ins>", "Teach passage 1");
        assertThat(browser.get("/settings/audit-log").body()).contains("Passage corrected");
    }

    @Test
    void keepsWhatWasTypedWhereItIsRefused() {
        browser.get(path());
        var empty = post("correction", "text", " ", "seen", "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("A correction needs 1 to 4,000 characters");

        post("correction", "text", TWO, "seen", "");
        var late = post("correction", "text", "Delivery takes ages.", "seen", "");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains("Somebody else has decided", "Delivery takes ages.</textarea>")
                .contains("<ins>two</ins>");
        var seen = SEEN.matcher(late.body());
        assertThat(seen.find()).isTrue();
        var again = post("correction", "text", "Delivery takes ages.", "seen", seen.group(1));
        assertThat(again.status()).isEqualTo(303);
        assertThat(browser.get(path()).body()).contains("<ins>ages</ins>");
        var gone =
                browser.post(
                        path() + "/passages/" + UUID.randomUUID() + "/correction",
                        "text",
                        "What I wrote.",
                        "seen",
                        "");
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.body()).contains("was read again meanwhile", "What I wrote.");
    }

    @Test
    void savesWhatIsAppliedAgainAlthoughThatIsForgottenAlready() {
        browser.get(path());

        var saved =
                post("correction", "text", TWO, "seen", "", "again", UUID.randomUUID().toString());

        assertThat(saved.status()).isEqualTo(303);
        assertThat(browser.get(path()).body()).contains("<ins>two</ins>");
        var forgotten = browser.post(path() + "/mends/" + UUID.randomUUID() + "/removal");
        assertThat(forgotten.status()).isEqualTo(303);
    }

    @Test
    void isReadByThoseWhoMayNotChangeIt() {
        var agent = new Browser(port);
        agent.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);

        assertThat(agent.get(path()).body()).contains(NINE).doesNotContain("Exclude passage");
        assertThat(agent.post(path() + "/passages/" + passage + "/exclusion", "seen", "").status())
                .isEqualTo(403);
        assertThat(api.get("/passages/" + passage).at("state")).isEqualTo("as_read");
    }

    @Test
    void tellsWhichAnswersRestOnIt() {
        var installation = URI.create("http://localhost:" + port);
        var visitor = Visitor.start(installation, api.get("/bots/" + bot).at("publicKey"));
        visitor.replyTo(visitor.say("How long does delivery of a parcel take?", "c-1"));
        var link = "/inbox/" + visitor.id();

        assertThat(browser.get(path()).body()).contains("Cited in one answer", link);
        assertThat(api.get("/passages/" + passage).json().path("cited").asInt()).isOne();
        var editor = new Browser(port);
        editor.signIn(tenants.member(acme.organization(), Role.EDITOR), Tenants.PASSWORD);
        assertThat(editor.get(path()).body()).contains("Cited in one answer").doesNotContain(link);

        Tenancy.runAs(
                acme.organization(),
                () -> restrictions.add(UUID.randomUUID(), List.of(UUID.fromString(visitor.id()))));

        assertThat(browser.get(path()).body()).doesNotContain("Cited in", link);
        assertThat(passages().path("cited").asInt()).isZero();
    }

    @Test
    void isFoundByItsTitle() {
        var page = browser.get("/knowledge/sources/" + source + "?words=DELIVERY");
        assertThat(page.body()).contains(document, "Title or address");
        assertThat(browser.get("/knowledge/sources/" + source + "?words=100%25").body())
                .doesNotContain(document)
                .contains("No document has these words");
    }

    @Test
    void isMendedOverRest() {
        assertThat(passages().path("state").asString()).isEqualTo("as_read");
        assertThat(passages().path("cited").asInt()).isZero();
        assertThat(api.get("/documents/" + document).at("text")).isEqualTo(NINE);

        var corrected =
                api.call(
                        "PUT",
                        "/passages/" + passage + "/correction",
                        "{\"text\": \"" + TWO + "\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.at("text")).isEqualTo(TWO);
        assertThat(corrected.at("readText")).isEqualTo(NINE);
        assertThat(answer()).contains("two working days");
        var excluded = api.call("PUT", "/passages/" + passage + "/exclusion", "");
        assertThat(excluded.at("state")).isEqualTo("excluded");
        assertThat(answer()).doesNotContain("working days");
        assertThat(api.call("DELETE", "/passages/" + passage + "/correction", "").at("state"))
                .as("it is not corrected")
                .isEqualTo("excluded");
        assertThat(api.call("DELETE", "/passages/" + passage + "/exclusion", "").at("state"))
                .isEqualTo("as_read");
        assertThat(api.call("PUT", "/passages/" + passage + "/correction", "{}").refusal(422))
                .contains("A correction needs");
        assertThat(api.get("/documents/" + document + "/lost-mends").json().path("data")).isEmpty();
    }

    private JsonNode passages() {
        return api.get("/documents/" + document + "/passages").json().path("data").path(0);
    }

    private String answer() {
        return api.post(
                        "/bots/" + bot + "/answers",
                        Map.of("question", "How long does delivery of a parcel take?"))
                .at("answer");
    }

    private String path() {
        return "/knowledge/documents/" + document;
    }

    private Browser.Page post(String what, String... fields) {
        return browser.post(path() + "/passages/" + passage + "/" + what, fields);
    }
}
