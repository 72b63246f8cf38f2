package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes of an authenticator app, what helps when it is lost, and being asked once more. */
@AccountTest
class SecondFactorTest {
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{32,})</code>");
    private static final Pattern RECOVERY = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){4}");
    private static final String KEYS = "/settings/api-keys";

    private final Tenants tenants;
    private final Accounts accounts;
    private final Consents consents;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private Tenants.Tenant acme;
    private byte[] secret = {};
    private List<String> recovery = List.of();

    SecondFactorTest(
            Tenants tenants,
            Accounts accounts,
            Consents consents,
            Audit audit,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.consents = consents;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void signIn() {
        MAIL.empty();
        acme = tenants.open("Acme");
        agree(acme.email());
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/account/security");
    }

    private void agree(String email) {
        consents.add(
                accounts.findByEmail(email).orElseThrow().id(),
                new Consents.Entry(Consents.Kind.TERMS, true, "2026-11", "en", "test"));
    }

    @Test
    void isAskedForAtSignInOnceItWasShownToWork() throws Exception {
        var page = browser.post("/account/second-factor/enrolment");
        assertThat(page.body()).contains("<svg class=\"qr\"");
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).header("Location"))
                .as("not before a code was entered")
                .isEqualTo("/home");
        assertThat(browser.post("/account/second-factor", "code", "000000").status())
                .isEqualTo(422);
        enrol();

        var other = new Browser(port);
        assertThat(other.signIn(acme.email(), Tenants.PASSWORD).header("Location"))
                .isEqualTo("/sign-in/code");
        assertThat(other.get("/account").header("Location")).as("halfway").isEqualTo("/sign-in");
        other.get("/sign-in/code");
        assertThat(other.post("/sign-in/code", "code", "000000").status()).isEqualTo(422);
        assertThat(other.post("/sign-in/code", "code", code(1)).status()).isEqualTo(303);
        assertThat(other.get("/account").status()).isEqualTo(200);
        MAIL.get(acme.email(), "Authenticator app switched on");
        assertThat(actions()).contains("account.second-factor-added", "account.sign-in-refused");
    }

    @Test
    void startsANewSessionAtEachOfItsSteps() throws Exception {
        enrol();
        var other = new Browser(port);
        other.get("/sign-in");
        var first = session(other);
        other.signIn(acme.email(), Tenants.PASSWORD);
        var halfway = session(other);
        other.get("/sign-in/code");
        other.post("/sign-in/code", "code", code(1));

        assertThat(List.of(first, halfway, session(other))).doesNotHaveDuplicates();
    }

    @Test
    void takesNoCodeTwiceAndNoneOfLongAgo() throws Exception {
        enrol();
        var used = code(1);
        assertThat(second(used).status()).isEqualTo(303);

        assertThat(second(used).status()).isEqualTo(422);
        assertThat(second(code(-5)).status()).isEqualTo(422);
        assertThat(second(code(5)).status()).isEqualTo(422);
    }

    @Test
    void takesNoCodeOfSomebodyElse() throws Exception {
        enrol();
        var globex = tenants.open("Globex");
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at, confirmed_at)
                        select :id, secret, 0, created_at, confirmed_at from account_totp
                        """)
                .param("id", globex.owner().value())
                .update();
        var other = new Browser(port);
        other.signIn(globex.email(), Tenants.PASSWORD);
        other.get("/sign-in/code");

        assertThat(other.post("/sign-in/code", "code", code(1)).status())
                .as("a secret moved to another row does not open")
                .isEqualTo(500);
    }

    @Test
    void keepsItsSecretSealedAndItsRecoveryCodesHashed() throws Exception {
        enrol();

        var stored = jdbc.sql("select secret from account_totp").query(byte[].class).single();
        assertThat(new String(stored, "ISO-8859-1"))
                .doesNotContain(new String(secret, "ISO-8859-1"));
        assertThat(jdbc.sql("select hash from recovery_code").query(byte[].class).list())
                .hasSize(8)
                .allSatisfy(hash -> assertThat(hash).hasSize(32));
    }

    @Test
    void isReplacedByARecoveryCodeOnce() throws Exception {
        enrol();
        assertThat(recovery).hasSize(8).doesNotHaveDuplicates();

        assertThat(second(recovery.getFirst().toUpperCase(java.util.Locale.ROOT)).status())
                .isEqualTo(303);
        assertThat(second(recovery.getFirst()).status()).isEqualTo(422);
        MAIL.get(acme.email(), "A recovery code was used");
        assertThat(browser.get("/account/security").body()).contains("7 recovery codes are left");
        assertThat(actions()).contains("account.recovery-code-used");

        browser.post("/account/second-factor/recovery-codes");
        assertThat(second(recovery.get(1)).status()).as("an old one").isEqualTo(422);
    }

    @Test
    void limitsGuesses() throws Exception {
        enrol();
        var other = new Browser(port);
        other.signIn(acme.email(), Tenants.PASSWORD);
        other.get("/sign-in/code");
        Browser.Page last = other.get("/sign-in/code");
        for (var i = 0; i < 11; i++) {
            last = other.post("/sign-in/code", "code", "00000" + i);
        }

        assertThat(last.status()).isEqualTo(429);
    }

    @Test
    void isSwitchedOffByItsOwner() throws Exception {
        enrol();

        assertThat(browser.post("/account/second-factor/removal").status()).isEqualTo(303);

        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).header("Location"))
                .isEqualTo("/home");
        MAIL.get(acme.email(), "Authenticator app switched off");
        assertThat(jdbc.sql("select count(*) from recovery_code").query(Long.class).single())
                .isZero();
    }

    @Test
    void comesBeforeEverythingElseWhereTheOrganizationWantsIt() throws Exception {
        var email = tenants.member(acme.organization(), Role.EDITOR);
        agree(email);
        var editor = new Browser(port);
        editor.signIn(email, Tenants.PASSWORD);
        assertThat(editor.get("/knowledge").status()).isEqualTo(200);
        browser.get("/settings/organization");
        assertThat(
                        browser.post("/settings/organization/second-factor", "required", "true")
                                .status())
                .isEqualTo(303);

        for (var path : List.of("/home", "/knowledge", "/settings/members", "/organizations")) {
            assertThat(browser.get(path).header("Location"))
                    .as(path)
                    .isEqualTo("/account/security?needed=true");
        }
        assertThat(editor.get("/knowledge").header("Location")).contains("/account/security");
        assertThat(editor.post("/knowledge/sources").header("Location"))
                .contains("/account/security");
        assertThat(browser.get("/account/security?needed=true").body())
                .contains("A second factor is asked of you");
        enrol();
        assertThat(browser.get("/knowledge").status()).isEqualTo(200);
        assertThat(editor.get("/knowledge").status()).as("still without").isEqualTo(303);
        assertThat(browser.rest("GET", "/api/v1/bots", acme.apiKey(), "").status()).isEqualTo(200);
        assertThat(actions()).contains("organization.second-factor-required");
    }

    /** An open session is not enough for what is dangerous; the action goes on once proven. */
    @Test
    void asksOnceMoreAndThenGoesOn() throws Exception {
        browser.get(KEYS);
        letTimePass();
        var asked = browser.post(KEYS, "name", "Nightly <b>", "scopes", "bots:read");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body())
                .contains("Is it still you?", "name=\"name\" value=\"Nightly &lt;b>\"")
                .doesNotContain("Nightly <b>");
        assertThat(keys()).isEqualTo(1);

        assertThat(prove("not the password").status()).isEqualTo(422);
        var sentOn = prove(Tenants.PASSWORD);
        assertThat(sentOn.status()).isEqualTo(307);
        assertThat(sentOn.header("Location")).isEqualTo(KEYS);
        var done = browser.post(KEYS, "name", "Nightly <b>", "scopes", "bots:read");

        assertThat(done.status()).isEqualTo(200);
        assertThat(keys()).isEqualTo(2);
    }

    @Test
    void asksOnceMoreBeforeEverythingDangerous() throws Exception {
        enrol();
        letTimePass();
        browser.get("/account/security");
        for (var path :
                List.of(
                        KEYS,
                        "/account/address",
                        "/account/second-factor/removal",
                        "/account/second-factor/enrolment",
                        "/account/second-factor/recovery-codes")) {
            assertThat(browser.post(path, "email", "eve@x.example").body())
                    .as(path)
                    .contains("Is it still you?");
        }
        assertThat(prove(code(1)).status()).as("a code proves it, too").isEqualTo(307);
    }

    @Test
    void goesOnNowhereElse() throws Exception {
        for (var path :
                List.of("//evil.example", "https://evil.example", "/\\evil.example", "/\t/e")) {
            letTimePass();
            browser.get("/account");
            var sent =
                    browser.post(
                            "/account/proof",
                            "proof",
                            Tenants.PASSWORD,
                            "proof-path",
                            path,
                            "proof-form",
                            "false");
            assertThat(sent.header("Location")).as(path).isEqualTo("/account");
        }
    }

    private Browser.Page prove(String proof) {
        return browser.post(
                "/account/proof",
                "name",
                "Nightly <b>",
                "proof",
                proof,
                "proof-path",
                KEYS,
                "proof-form",
                "true");
    }

    private long keys() {
        return Pattern.compile("/revocation").matcher(browser.get(KEYS).body()).results().count();
    }

    private void enrol() throws Exception {
        var page = browser.post("/account/second-factor/enrolment").body();
        var found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        secret = Base32.decode(found.group(1).replace(" ", ""));
        var done = browser.post("/account/second-factor", "code", code(0)).body();
        recovery = RECOVERY.matcher(done).results().map(match -> match.group()).toList();
        browser.get("/account/security");
    }

    private Browser.Page second(String code) {
        var other = new Browser(port);
        other.signIn(acme.email(), Tenants.PASSWORD);
        other.get("/sign-in/code");
        return other.post("/sign-in/code", "code", code);
    }

    /** What the app shows so many half minutes from now. */
    private String code(int later) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(secret, "HmacSHA1"),
                        Instant.now().plusSeconds(30L * later));
    }

    /** More than ten minutes, for all sessions. */
    private void letTimePass() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(Instant.now().minusSeconds(601).toEpochMilli());
        }
        jdbc.sql(
                        """
                        update spring_session_attributes set attribute_bytes = :long_ago
                        where attribute_name = 'proven'
                        """)
                .param("long_ago", bytes.toByteArray())
                .update();
    }

    private List<String> actions() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(100)).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static String session(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("taros-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
