package io.taros.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-01, P-18: privacy at a glance, and one archive for an auditor, with nobody's words in it. */
@TarosTest
class ProofPackTest {
    private static final String PAGE = "/settings/privacy";
    private static final String CANARY = "heliotrope-walrus-4711";

    private final Tenants tenants;
    private final Bots bots;
    private final int port;
    private final Browser owner;
    private Tenants.Tenant acme;

    ProofPackTest(Tenants tenants, Bots bots, @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeTalks() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        var key =
                Tenancy.callAs(
                        acme.organization(),
                        () -> bots.add(BotSettings.named("Robin")).publicKey().value());
        var visitor = Visitor.start(owner.at("/"), key);
        visitor.replyTo(visitor.say(CANARY, "1"));
    }

    @Test
    void showsWhatIsHeldAndWhereToLook() {
        assertThat(owner.get(PAGE).body())
                .contains(
                        "Conversations with visitors",
                        "/settings/record-of-processing",
                        "/settings/data-subject-requests",
                        "proof-pack.zip");
    }

    @Test
    void holdsEveryKindOfProofAndNoWordOfAVisitor() throws Exception {
        var files = files();

        assertThat(files)
                .containsOnlyKeys(
                        "agreements.csv",
                        "ai-notice.csv",
                        "audit-log.jsonl",
                        "data-subject-requests.csv",
                        "outbound-data.csv",
                        "record-of-processing.csv",
                        "retention.csv");
        assertThat(files.get("record-of-processing.csv")).contains("Messages", "90 days");
        assertThat(files.get("retention.csv")).contains("conversations,2160,");
        assertThat(files.get("ai-notice.csv")).contains("none,,,");
        assertThat(files.get("audit-log.jsonl")).contains("privacy.proof-taken");
        assertThat(String.join("", files.values())).doesNotContain(CANARY);
    }

    @Test
    void isForOwnersAlone() {
        var admin = new Browser(port);
        admin.signIn(tenants.member(acme.organization(), Role.ADMIN), Tenants.PASSWORD);

        assertThat(admin.get(PAGE).body()).doesNotContain("proof-pack.zip");
        assertThat(admin.get(PAGE + "/proof-pack.zip").status()).isEqualTo(403);
    }

    private Map<String, String> files() throws Exception {
        var archive =
                HttpClient.newBuilder()
                        .cookieHandler(owner.cookies())
                        .build()
                        .send(
                                HttpRequest.newBuilder(owner.at(PAGE + "/proof-pack.zip")).build(),
                                BodyHandlers.ofByteArray())
                        .body();
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
