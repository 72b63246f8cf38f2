package io.taros.signon;

import static io.taros.account.ProvidersTest.DNS;
import static io.taros.account.ProvidersTest.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Providers;
import io.taros.account.ProvidersTest;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an owner sets up the organization's provider, and joining by address. */
@ProvidersTest
class ProviderSettingsTest {
    private static final String PAGE = "/settings/single-sign-on";

    private final Tenants tenants;
    private final Houses houses;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser owner;
    private Tenants.Tenant loom;

    ProviderSettingsTest(
            Tenants tenants,
            Houses houses,
            Audit audit,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.houses = houses;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void someoneIsHere() {
        DNS.empty();
        PROVIDERS.reset();
        loom = tenants.open("Loom");
        houses.everybodyAgreed();
        owner.signIn(loom.email(), Tenants.PASSWORD);
        owner.get(PAGE);
    }

    @Test
    void isTriedBeforeItIsSwitchedOn() {
        assertThat(owner.get(PAGE).body())
                .contains("/sign-in/with/" + loom.organization() + "/answer")
                .contains("Show that a domain is yours first");
        assertThat(set("acme", Providers.SECRET).header("Location")).isEqualTo(PAGE);
        assertThat(owner.get(PAGE).body())
                .contains("Not tried since the last change")
                .doesNotContain(Providers.SECRET);
        assertThat(use("OFFERED").body()).contains("Try it first");

        PROVIDERS.person("acme", "owner", Map.of("email", loom.email()));
        assertThat(trial().body()).contains("not of your proven domains");
        houses.prove(loom, "loom.example");
        PROVIDERS.person("acme", "owner", Map.of("email", loom.email(), "email_verified", false));
        assertThat(trial().body()).contains("told us no e-mail address");
        PROVIDERS.change(body -> body.replace("\"id_token\"", "\"no_token\""));
        assertThat(trial().body()).contains("not signed by its keys");
        PROVIDERS.reset();
        PROVIDERS.person("acme", "owner", Map.of("email", loom.email()));
        assertThat(trial().body()).contains("It works");

        assertThat(use("OFFERED").header("Location")).isEqualTo(PAGE);
        assertThat(use("REQUIRED").body()).contains("one owner needs a password and a second");
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at, confirmed_at)
                        values (:id, 'x', 0, now(), now())
                        """)
                .param("id", loom.owner())
                .update();
        assertThat(use("REQUIRED").header("Location")).isEqualTo(PAGE);
        assertThat(use("nonsense").status()).isEqualTo(422);
        assertThat(actions())
                .contains(
                        "single-sign-on.provider-set",
                        "single-sign-on.tried",
                        "single-sign-on.use-changed");
    }

    /** Trying opens nothing and signs nobody in as anybody else. */
    @Test
    void isTriedWithoutSigningAnybodyIn() {
        houses.prove(loom, "loom.example");
        set("acme", Providers.SECRET);
        PROVIDERS.person("acme", "ada", Map.of("email", "ada@loom.example"));
        trial();
        assertThat(owner.get("/account").body()).contains(loom.email());

        var go = owner.get(PAGE + "/trial");
        var back = PROVIDERS.agree(go.header("Location"));
        var stranger = new Browser(port);
        assertThat(stranger.get(back.getRawPath() + "?" + back.getRawQuery()).body())
                .contains("does not belong here");
    }

    @Test
    void keepsASecretForTheProviderItWasEnteredFor() {
        set("acme", Providers.SECRET);
        assertThat(set("globex", "").body()).contains("Please fill this in");
        assertThat(set("acme", "").header("Location")).isEqualTo(PAGE);

        houses.prove(loom, "loom.example");
        houses.provide(loom, "acme");
        assertThat(set("acme", "a new secret").header("Location")).isEqualTo(PAGE);
        assertThat(owner.get("/sign-in/with/" + loom.organization()).status())
                .as("a new secret for the same client stays in use")
                .isEqualTo(200);
        assertThat(actions()).contains("single-sign-on.secret-replaced");
        assertThat(set("globex", Providers.SECRET).header("Location")).isEqualTo(PAGE);
        assertThat(owner.get("/sign-in/with/" + loom.organization()).status())
                .as("another provider is off until it was tried")
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoProviderInOneSentence() {
        for (var issuer :
                List.of(
                        "",
                        "login.acme.com",
                        "ftp://acme.com",
                        "https://acme.com?x=1",
                        "https://acme.com#x",
                        "https://eve@acme.com",
                        "javascript:alert(1)")) {
            assertThat(form(issuer, "id", "secret").body())
                    .as(issuer)
                    .contains("This is not an issuer");
        }
        // Nothing listens there.
        assertThat(form("http://localhost:1/x", "id", "secret").body())
                .contains("no provider at this address");
        assertThat(form(PROVIDERS.url() + "/user", "id", "secret").body())
                .contains("no description of an OpenID Connect provider");
        PROVIDERS.change(body -> body.replace("/acme\"", "/another\""));
        assertThat(form(PROVIDERS.url() + "/acme", "id", "secret").body())
                .contains("calls itself something else");
    }

    /** Addresses inside the operator's network, as anywhere else. */
    @Test
    void asksNoPrivateAddressThatTheOperatorDoesNotAllow() {
        for (var issuer :
                List.of(
                        "http://169.254.169.254/latest",
                        "http://10.0.0.1",
                        "http://[fd00::1]:8080",
                        "http://192.168.1.1/x",
                        "http://metadata.internal")) {
            assertThat(form(issuer, "id", "secret").body())
                    .as(issuer)
                    .contains("no provider at this address");
        }
        // A description that is public and sends us inside.
        PROVIDERS.change(body ->
                body.contains("\"token_endpoint\"")
                        ? body.replaceAll(
                                "\"token_endpoint\"\\s*:\\s*\"[^\"]+\"",
                                "\"token_endpoint\":\"http://10.0.0.1/token\"")
                        : body);
        houses.prove(loom, "loom.example");
        set("acme", Providers.SECRET);
        assertThat(trial().body()).contains("The provider");
        assertThat(owner.get(PAGE).body()).doesNotContain("It works");
    }

    @Test
    void isRemovedWithEverythingOfIt() {
        houses.prove(loom, "loom.example");
        houses.provide(loom, "acme");
        owner.get(PAGE);
        owner.post(PAGE + "/removal");
        assertThat(owner.get("/sign-in/with/" + loom.organization()).status()).isEqualTo(404);
        assertThat(owner.get("/sign-in").status()).isEqualTo(303);
        assertThat(actions()).contains("single-sign-on.provider-removed");
    }

    /** Whoever decides who vouches for the members could sign in as any of them. */
    @Test
    void isForOwnersAlone() {
        var admin = new Browser(port);
        var email = tenants.member(loom.organization(), Role.ADMIN);
        houses.everybodyAgreed();
        admin.signIn(email, Tenants.PASSWORD);
        assertThat(admin.get(PAGE).status()).isEqualTo(403);
        assertThat(admin.get("/settings/domains").body()).doesNotContain(PAGE);
    }

    @Test
    void offersJoiningToWhoeverHasAProvenAddress() {
        houses.prove(loom, "loom.example");
        var ada = tenants.account("ada@loom.example", "Ada");
        houses.everybodyAgreed();
        var browser = new Browser(port);
        browser.signIn("ada@loom.example", Tenants.PASSWORD);
        var door = "/organizations/" + loom.organization() + "/membership";
        assertThat(browser.get("/organizations").body()).doesNotContain(door);

        owner.get("/settings/domains");
        for (var role : List.of("OWNER", "ADMIN", "nonsense")) {
            assertThat(owner.post("/settings/domains/joining", "role", role).status())
                    .as(role)
                    .isEqualTo(422);
        }
        owner.post("/settings/domains/joining", "role", "AGENT");
        assertThat(browser.get("/organizations").body())
                .as("an address that nobody has proven")
                .doesNotContain(door);
        assertThat(browser.post(door).status()).isEqualTo(404);

        jdbc.sql("update account set address_proven_at = now() where id = :id")
                .param("id", ada)
                .update();
        assertThat(browser.get("/organizations").body()).contains(door, "Loom");
        assertThat(browser.post(door).header("Location")).isEqualTo("/home");
        assertThat(browser.get("/home").status()).isEqualTo(200);
        assertThat(actions()).contains("member.added", "domain.joining-changed");
        assertThat(owner.get("/settings/members").body()).contains("ada@loom.example");
    }

    private Page trial() {
        var go = owner.get(PAGE + "/trial");
        var back = PROVIDERS.agree(go.header("Location"));
        var done = owner.get(back.getRawPath() + "?" + back.getRawQuery());
        assertThat(done.header("Location")).isEqualTo(PAGE);
        return owner.get(PAGE);
    }

    private Page set(String issuer, String secret) {
        return form(PROVIDERS.url() + "/" + issuer, Providers.CLIENT, secret);
    }

    private Page form(String issuer, String client, String secret) {
        owner.get(PAGE);
        return owner.post(PAGE, "issuer", issuer, "clientId", client, "clientSecret", secret);
    }

    private Page use(String rule) {
        owner.get(PAGE);
        return owner.post(PAGE + "/rule", "rule", rule);
    }

    private List<String> actions() {
        return Tenancy.callAs(
                loom.organization(),
                () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }
}
