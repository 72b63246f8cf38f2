package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever may change what a bot is judged by leaves a trace. */
@TarosTest
class GoldenAuditTest {
    private static final String PAGE = "/test/golden-questions";

    private final Tenants tenants;
    private final Audit audit;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;

    GoldenAuditTest(Tenants tenants, Audit audit) {
        this.tenants = tenants;
        this.audit = audit;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
    }

    @Test
    void tellsWhoAddedChangedAskedAndRemoved() {
        var question = api.post(questions(), Map.of("question", "How long?")).at("id");
        api.post("/bots/" + bot + "/golden-runs", "{}");
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get(PAGE);
        browser.post(PAGE + "/" + question, "question", "How long is delivery?");
        browser.upload(
                PAGE + "/import",
                List.of("bot", bot),
                "golden.csv",
                "question\nOne?\nTwo?\n".getBytes(StandardCharsets.UTF_8));
        browser.post(PAGE + "/" + question + "/removal");

        var written = written();
        assertThat(written)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "golden-question.added",
                        "golden-run.started",
                        "golden-question.changed",
                        "golden-question.imported",
                        "golden-question.removed");
        assertThat(written)
                .extracting(AuditEntry::objectKind)
                .containsExactly(
                        "golden-question",
                        "golden-run",
                        "golden-question",
                        "bot",
                        "golden-question");
        assertThat(written.getFirst().objectId()).isEqualTo(UUID.fromString(question));
        assertThat(written.get(3).objectId()).isEqualTo(UUID.fromString(bot));
        assertThat(written)
                .extracting(AuditEntry::actorKind)
                .containsExactly(
                        ActorKind.API_KEY,
                        ActorKind.API_KEY,
                        ActorKind.MEMBER,
                        ActorKind.MEMBER,
                        ActorKind.MEMBER);
    }

    @Test
    void writesNothingAboutWhatWasRefused() {
        api.post(questions(), Map.of("question", "How long?"));

        api.post(questions(), Map.of("question", "how long?")).refusal(409);
        var nowhere = "/golden-questions/" + UUID.randomUUID();
        assertThat(api.call("DELETE", nowhere, "").status()).isEqualTo(404);

        assertThat(written())
                .extracting(AuditEntry::action)
                .containsExactly("golden-question.added");
    }

    private List<AuditEntry> written() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(100)).reversed().stream()
                .filter(entry -> entry.action().startsWith("golden"))
                .toList();
    }

    private String questions() {
        return "/bots/" + bot + "/golden-questions";
    }
}
