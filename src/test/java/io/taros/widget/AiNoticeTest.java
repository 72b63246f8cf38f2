package io.taros.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** AI Act, Article 50: visitors are told, and it can be shown which words they read. */
@TarosTest
class AiNoticeTest {
    private static final String OURS =
            "You are talking to an AI. It answers from our own pages, shows its sources, and can be wrong.";

    private final Tenants tenants;
    private final AuditLog log;
    private final JsonMapper json;
    private final URI installation;
    private final Browser owner;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;
    private String key;

    AiNoticeTest(Tenants tenants, AuditLog log, JsonMapper json, @LocalServerPort int port) {
        this.tenants = tenants;
        this.log = log;
        this.json = json;
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
        owner.get(page());
    }

    private String page() {
        return "/bot/ai-notice?bot=" + bot;
    }

    private String exported() {
        return owner.get("/bot/ai-notice/export.csv?bot=" + bot).body();
    }

    private void begin(String notice) {
        Visitor.start(installation, key, Map.of("aiNotice", notice));
    }

    @Test
    void saysThatNobodyHasReadItYet() {
        assertThat(owner.get(page()).body()).contains("Nobody has begun a conversation yet.");
    }

    @Test
    void keepsWhichWordsWereReadWhenAndInHowManyConversations() throws Exception {
        var danish =
                json.readTree(Files.readString(Path.of("src/main/resources/widget/words/da.json")))
                        .path("aiNotice")
                        .asString();
        begin(OURS);
        begin(OURS);
        begin(danish);

        assertThat(owner.get(page()).body())
                .contains("You are talking to an AI.", "Du skriver med en AI.");
        assertThat(exported().lines().skip(1))
                .hasSize(2)
                .anyMatch(line -> line.contains(",en,\"" + OURS) && line.endsWith(",2"))
                .anyMatch(line -> line.contains(",da,") && line.endsWith(",1"));
    }

    /** Whoever begins a conversation by hand cannot put words into the record. */
    @Test
    void believesNoWordsThatAreNobodys() {
        begin("You are talking to Elvis.");

        assertThat(exported()).doesNotContain("Elvis").contains("none,,,");
    }

    @Test
    void takesTheOwnersWordsForEveryLanguage() {
        api.call(
                "PUT",
                "/bots/" + bot,
                "{\"widget\": {\"texts\": {\"aiNotice\": \"I am a machine.\"}}}");
        begin("I am a machine.");

        assertThat(config()).contains("\"aiNotice\":\"I am a machine.\"");
        assertThat(exported()).contains(",,I am a machine.,");
    }

    @Test
    void isNotTalkedAwayByOtherWords() {
        var refused =
                api.call(
                        "PUT",
                        "/bots/" + bot,
                        "{\"widget\": {\"texts\": {\"aiNotice\": \"Robin is happy to help.\"}}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("must tell visitors what answers them");
        assertThat(config()).doesNotContain("happy to help");
    }

    @Test
    void isSwitchedOffForAReasonThatIsOnRecord() {
        assertThat(owner.post("/bot/ai-notice/off", "bot", bot, "reason", "No.").body())
                .contains("Give a reason of 10 to 500 characters.", ">No.<");
        assertThat(config()).contains("\"showAiNotice\":true");

        owner.post("/bot/ai-notice/off", "bot", bot, "reason", "Our page says it in red.");

        assertThat(config()).contains("\"showAiNotice\":false");
        assertThat(owner.get(page()).body()).contains("Reason: Our page says it in red.");
        Visitor.start(installation, key);
        assertThat(exported()).contains("off,,,");
        assertThat(last().action()).isEqualTo("ai-notice.off");
        assertThat(last().detail()).contains("Our page says it in red.");

        owner.post("/bot/ai-notice/on", "bot", bot);

        assertThat(config()).contains("\"showAiNotice\":true");
        assertThat(last().action()).isEqualTo("ai-notice.on");
    }

    @Test
    void isInTheVisitorsOwnCopyOfTheChatAndMarkedThereToo() throws Exception {
        var visitor = Visitor.start(installation, key, Map.of("aiNotice", OURS));
        visitor.replyTo(visitor.say("When are you open?", "1"));

        var export = json.readTree(visitor.call("GET", "/export", "").body());

        assertThat(export.path("aiNotice").asString()).isEqualTo(OURS);
        assertThat(export.path("messages").path(0).path("ai").asBoolean()).isFalse();
        assertThat(export.path("messages").path(1).path("ai").asBoolean()).isTrue();
    }

    @Test
    void isNothingForAnalystsToSwitchAndNothingOfOthersToSee() {
        var analyst = new Browser(installation.getPort());
        analyst.signIn(tenants.member(acme.organization(), Role.ANALYST), Tenants.PASSWORD);
        analyst.get("/bot");
        assertThat(
                        analyst.post(
                                        "/bot/ai-notice/off",
                                        "bot",
                                        bot,
                                        "reason",
                                        "Because I may not.")
                                .status())
                .isEqualTo(403);

        var globex = new Browser(installation.getPort());
        globex.signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        globex.get("/bot");
        assertThat(
                        globex.post(
                                        "/bot/ai-notice/off",
                                        "bot",
                                        bot,
                                        "reason",
                                        "Because I may not.")
                                .status())
                .isEqualTo(404);
    }

    private String config() {
        return Visitor.config(installation, key);
    }

    private AuditEntry last() {
        return Tenancy.callAs(
                acme.organization(),
                () -> log.list(AuditLog.Filter.ALL, Long.MAX_VALUE, 1).getFirst());
    }
}
