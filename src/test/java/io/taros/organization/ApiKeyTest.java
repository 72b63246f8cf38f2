package io.taros.organization;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TarosTest
class ApiKeyTest {
    private static final Pattern TOKEN = Pattern.compile("taros_[\\w-]{22}_[\\w-]{43}");
    private static final String PAGE = "/settings/api-keys";

    private final Tenants tenants;
    private final ApiKeys keys;
    private final Members members;
    private final Audit audit;
    private final RateLimits limits;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Browser browser;
    private Tenants.Tenant acme;

    ApiKeyTest(
            Tenants tenants,
            ApiKeys keys,
            Members members,
            Audit audit,
            RateLimits limits,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.keys = keys;
        this.members = members;
        this.audit = audit;
        this.limits = limits;
        this.jdbc = jdbc;
        this.transactions = transactions;
        browser = new Browser(port);
    }

    @BeforeEach
    void acmeIsHere() {
        acme = tenants.open("Acme");
    }

    @Test
    void showsANewKeyOnce() {
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get(PAGE);

        var created = browser.post(PAGE, "name", "Shop", "scopes", "bots:read");

        var token = TOKEN.matcher(created.body());
        assertThat(token.find()).isTrue();
        assertThat(browser.get(PAGE).body()).contains("Shop").doesNotContain(token.group());
        assertThat(stored()).doesNotContain(token.group());
    }

    @Test
    void admitsAProgramWithinItsScopes() {
        var reader = tenants.key(acme.organization(), List.of("bots:read"));

        assertThat(browser.rest("GET", "/api/v1/bots", reader, "").status()).isEqualTo(200);
        var refused = browser.rest("POST", "/api/v1/bots", reader, "{\"name\": \"Robin\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesWhatIsNoKey() {
        for (var key :
                List.of(
                        "",
                        "taros_",
                        "x".repeat(100_000 / 20),
                        OrganizationToken.create(
                                        OrganizationToken.Kind.API_KEY, acme.organization())
                                .text(),
                        acme.apiKey() + "x")) {
            var refused = browser.rest("GET", "/api/v1/bots", key, "");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void doesNotOpenTheRestSurfaceToACookie() {
        browser.signIn(acme.email(), Tenants.PASSWORD);

        assertThat(browser.get("/api/v1/bots").status()).isEqualTo(401);
        assertThat(browser.postWithoutToken("/api/v1/bots", "name", "x").status()).isEqualTo(401);
        assertThat(browser.postWithoutToken("/%61pi/v1/bots", "name", "x").status())
                .isBetween(400, 499);
    }

    @Test
    void refusesARevokedKeyFromTheNextRequestOn() {
        var id = Tenancy.callAs(acme.organization(), () -> keys.list().getFirst().id());
        assertThat(browser.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(200);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get(PAGE);

        assertThat(browser.post(PAGE + "/" + id + "/revocation").status()).isEqualTo(303);

        assertThat(browser.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(401);
    }

    @Test
    void givesANewKeyWhileTheOldOneWorksForADay() {
        var old = Tenancy.callAs(acme.organization(), () -> keys.list().getFirst());
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get(PAGE);

        var page = browser.post(PAGE + "/" + old.id() + "/rotation");

        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        assertThat(browser.rest("GET", "/api/v1/bots", token.group(), "").status()).isEqualTo(200);
        assertThat(browser.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(200);
        var end = Tenancy.callAs(acme.organization(), () -> keys.find(old.id()).orElseThrow());
        assertThat(end.expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)),
                        Instant.now().plus(Duration.ofHours(25)));

        expire(old.id());
        assertThat(browser.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(401);
        assertThat(browser.get(PAGE).body()).contains("ran out");
        assertThat(browser.post(PAGE + "/" + old.id() + "/rotation").status()).isEqualTo(404);
    }

    @Test
    void endsWhenItWasToEnd() {
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get(PAGE);

        browser.post(PAGE, "name", "Trial", "scopes", "bots:read", "days", "30");

        var key = Tenancy.callAs(acme.organization(), () -> keys.list().getFirst());
        assertThat(key.expiresAt()).isEqualTo(key.createdAt().plus(Duration.ofDays(30)));
        assertThat(browser.post(PAGE, "name", "X", "scopes", "bots:read", "days", "7").status())
                .isEqualTo(422);
    }

    private void expire(ApiKey.Id id) {
        Tenancy.runAs(
                acme.organization(),
                () ->
                        transactions.executeWithoutResult(status ->
                                jdbc.sql("update api_key set expires_at = now() where id = :id")
                                        .param("id", id)
                                        .update()));
    }

    @Test
    void remembersTheDayOfUse() {
        browser.rest("GET", "/api/v1/bots", acme.apiKey(), "");

        assertThat(Tenancy.callAs(acme.organization(), () -> keys.list().getFirst().lastUsedOn()))
                .isNotNull();
    }

    @Test
    void limitsTheCallsOfAKey() {
        var id = Tenancy.callAs(acme.organization(), () -> keys.list().getFirst().id());
        for (var i = 0; i < Limit.API.capacity(); i++) {
            limits.take(Limit.API, id.toString());
        }

        // On a slow machine some are given back before the first call arrives.
        var answers =
                Stream.generate(() -> browser.rest("GET", "/api/v1/bots", acme.apiKey(), ""))
                        .limit(100);

        var refused = answers.filter(page -> page.status() == 429).findFirst().orElseThrow();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void givesNobodyWhoMayNotManageKeysAPage() {
        var editor = tenants.member(acme.organization(), Role.EDITOR);
        browser.signIn(editor, Tenants.PASSWORD);

        assertThat(browser.get(PAGE).status()).isEqualTo(403);
    }

    @Test
    void appliesAnotherRoleToTheNextRequest() {
        browser.signIn(acme.email(), Tenants.PASSWORD);
        assertThat(browser.get(PAGE).status()).isEqualTo(200);

        Tenancy.runAs(
                acme.organization(),
                () -> members.change(acme.owner(), MemberRole.of(Role.ANALYST), null));

        assertThat(browser.get(PAGE).status()).isEqualTo(403);
    }

    @Test
    void writesAnAuditChainThatCannotBeAlteredUnseen() {
        browser.signIn(acme.email(), "four noisy otters");
        eventually(() ->
                assertThat(Tenancy.callAs(acme.organization(), () -> audit.latest(1)))
                        .extracting(AuditEntry::action, AuditEntry::actorKind)
                        .containsExactly(
                                tuple("account.sign-in-refused", AuditEntry.ActorKind.MEMBER)));
        browser.signIn(acme.email(), Tenants.PASSWORD);

        var entries = Tenancy.callAs(acme.organization(), () -> audit.latest(100)).reversed();

        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "organization.opened",
                        "member.added",
                        "api-key.created",
                        "account.sign-in-refused",
                        "account.signed-in");
        var previous = new byte[32];
        for (var entry : entries) {
            assertThat(entry.previousHash()).isEqualTo(previous);
            assertThat(entry.computedHash()).isEqualTo(entry.hash());
            previous = entry.hash();
        }
        Tenancy.runAs(
                acme.organization(),
                () ->
                        assertThatThrownBy(() ->
                                        transactions.executeWithoutResult(status ->
                                                jdbc.sql("update audit_entry set action = 'x'")
                                                        .update()))
                                .hasStackTraceContaining("permission denied"));
    }

    private String stored() {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        transactions.<String>execute(status ->
                                jdbc.sql("select string_agg(k::text, '') from api_key k")
                                        .query(String.class)
                                        .single()));
    }
}
