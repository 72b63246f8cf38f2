package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.account.SoftwareKey.SYNCABLE;
import static io.taros.account.SoftwareKey.SYNCED;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.Tenancy;
import io.taros.staff.StaffPeople;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import io.taros.testing.Mailbox;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04: passkeys, from the first to the lost one. */
@AccountTest
class PasskeyTest {
    private static final Pattern RECOVERY = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){4}");
    private static final String KEYS = "/settings/api-keys";

    private final Tenants tenants;
    private final StaffPeople people;
    private final Accounts accounts;
    private final Consents consents;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private final PasskeyUser owner;
    private final SoftwareKey key = new SoftwareKey(Mailbox.BASE);
    private Tenants.Tenant acme;

    PasskeyTest(
            Tenants tenants,
            StaffPeople people,
            Accounts accounts,
            Consents consents,
            Audit audit,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.people = people;
        this.accounts = accounts;
        this.consents = consents;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
        owner = new PasskeyUser(browser);
    }

    @BeforeEach
    void signIn() {
        MAIL.empty();
        acme = tenants.open("Acme");
        agree(acme.email());
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    private void agree(String email) {
        consents.add(
                accounts.findByEmail(email).orElseThrow().id(),
                new Consents.Entry(Consents.Kind.TERMS, true, "2026-11", "en", "test"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SoftwareKey.Algorithm.class,
            names = {"ES256", "ED25519", "RS256"})
    void opensTheAccountAlone(SoftwareKey.Algorithm algorithm) {
        var key = new SoftwareKey(algorithm, Mailbox.BASE);
        assertThat(owner.add(key, "Laptop").body()).contains("Recovery codes");

        var other = stranger();
        assertThat(other.signIn(key).header("Location")).isEqualTo("/home");

        assertThat(other.isIn()).isTrue();
        MAIL.get(acme.email(), "A passkey was added to your account");
        assertThat(actions()).contains("account.passkey-added", "account.signed-in");
        assertThat(
                        jdbc.sql("select last_used_at from account_passkey")
                                .query(Instant.class)
                                .single())
                .isNotNull();
    }

    @Test
    void startsANewSession() {
        owner.add(key, "Laptop");
        var other = stranger();
        var challenge = other.challenge();
        var before = session(other.browser());
        other.answer(key.sign(challenge));

        assertThat(session(other.browser())).isNotEqualTo(before);
    }

    @Test
    void goesOnWhereSomebodyWasGoing() {
        owner.add(key, "Laptop");
        browser.post("/sign-out");

        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(owner.signIn(key).status()).isEqualTo(303);
    }

    @Test
    void isAskedForBesideThePassword() {
        owner.add(key, "Laptop");
        var other = stranger();

        assertThat(password(other).header("Location")).isEqualTo("/sign-in/code");
        assertThat(other.isIn()).as("halfway").isFalse();
        assertThat(other.browser().get("/sign-in/code").body())
                .contains("Use your passkey", "Recovery code")
                .doesNotContain("authenticator app");
        var challenge = other.browser().post("/sign-in/passkey/challenge").body();
        other.answer(key.sign(challenge));

        assertThat(other.isIn()).isTrue();
    }

    /** Lost: the password and a recovery code, and then the lost one is taken away. */
    @Test
    void isReplacedByARecoveryCodeOnceItIsLost() {
        var codes = RECOVERY.matcher(owner.add(key, "Laptop").body()).results().toList();
        assertThat(codes).hasSize(8);
        var other = stranger();
        password(other);
        other.browser().get("/sign-in/code");

        assertThat(other.browser().post("/sign-in/code", "code", codes.getFirst().group()).status())
                .isEqualTo(303);

        assertThat(other.browser().get("/account/security").body())
                .contains("7 recovery codes are left");
        MAIL.get(acme.email(), "A recovery code was used");
        other.browser().post("/account/passkeys/" + other.id() + "/removal");
        assertThat(password(stranger()).header("Location")).isEqualTo("/home");
    }

    @Test
    void staysThroughAResetOfThePassword() {
        owner.add(key, "Laptop");
        browser.post("/sign-out");
        browser.get("/forgotten");
        browser.post("/forgotten", "email", acme.email());
        var link = MAIL.get(acme.email(), "Choose a new password").link();
        browser.get(link);
        var token = link.substring(link.indexOf('=') + 1);
        browser.post("/reset", "token", token, "password", "seven patient herons");

        var signedIn = new Browser(port).signIn(acme.email(), "seven patient herons");
        assertThat(signedIn.header("Location")).isEqualTo("/sign-in/code");
    }

    @Test
    void isTheSecondFactorThatOrganizationsAndStaffWant() {
        browser.get("/settings/organization");
        browser.post("/settings/organization/second-factor", "required", "true");
        assertThat(browser.get("/home").header("Location"))
                .isEqualTo("/account/security?needed=true");
        people.appoint(acme.owner(), StaffRole.SUPPORT);
        assertThat(browser.get("/staff").header("Location"))
                .isEqualTo("/account/security?needed=true");

        owner.add(key, "Laptop");

        assertThat(browser.get("/home").status()).isEqualTo(200);
        assertThat(browser.get("/staff").header("Location"))
                .isNotEqualTo("/account/security?needed=true");
    }

    @Test
    void isListedWithWhatItsOwnerKnowsItBy() {
        key.flags |= SYNCABLE | SYNCED;
        owner.add(key, "Ada’s <b>phone</b>");
        var other = new SoftwareKey(Mailbox.BASE);
        browser.as("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
        owner.add(other, "  ");

        assertThat(browser.get("/account/security").body())
                .contains("Ada’s &lt;b>phone&lt;/b>", "Synced")
                .contains("Firefox · Linux", "This device only", "not used yet");
    }

    @Test
    void isRenamed() {
        owner.add(key, "Laptop");
        var id = owner.id();
        browser.post("/account/passkeys/" + id, "name", "x".repeat(59) + "😀😀");
        assertThat(browser.get("/account/security").body()).contains("x".repeat(59) + "😀<");

        browser.post("/account/passkeys/" + id, "name", "  ");
        assertThat(browser.get("/account/security").body()).contains("x".repeat(59) + "😀<");
    }

    @Test
    void isRemovedAndTakesTheRecoveryCodesAlong() {
        owner.add(key, "Laptop");

        browser.post("/account/passkeys/" + owner.id() + "/removal");

        assertThat(stranger().signIn(key).status()).isEqualTo(422);
        assertThat(password(stranger()).header("Location")).isEqualTo("/home");
        MAIL.get(acme.email(), "A passkey was removed from your account");
        assertThat(actions()).contains("account.passkey-removed");
        assertThat(count("recovery_code")).isZero();
    }

    @Test
    void leavesTheRecoveryCodesWhereAnotherIsLeft() {
        owner.add(key, "Laptop");
        var id = owner.id();
        assertThat(owner.add(new SoftwareKey(Mailbox.BASE), "Phone").header("Location"))
                .as("codes are shown once")
                .isEqualTo("/account/security");

        browser.post("/account/passkeys/" + id + "/removal");

        assertThat(count("recovery_code")).isEqualTo(8);
        assertThat(password(stranger()).header("Location")).isEqualTo("/sign-in/code");
    }

    @Test
    void staysWhereItIsTheOnlyWayIn() {
        owner.add(key, "Laptop");
        var id = owner.id();
        jdbc.sql("delete from account_password").update();
        assertThat(browser.get("/account/security").body())
                .contains("the only way into your account")
                .doesNotContain("/removal\"");

        browser.post("/account/passkeys/" + id + "/removal");

        assertThat(stranger().signIn(key).status()).isEqualTo(303);
    }

    @Test
    void isNobodyElsesToTouch() {
        owner.add(key, "Laptop");
        var id = owner.id();
        var globex = new PasskeyUser(new Browser(port));
        globex.browser().signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        globex.browser().get("/account");

        globex.browser().post("/account/passkeys/" + id, "name", "Mine");
        globex.browser().post("/account/passkeys/" + id + "/removal");

        assertThat(browser.get("/account/security").body()).contains("Laptop");
    }

    @Test
    void hasALimit() {
        for (var i = 0; i < 19; i++) {
            copyRow();
        }
        owner.add(key, "The twentieth");

        assertThat(browser.get("/account/security").body())
                .contains("as many passkeys as there can");
        assertThat(browser.post("/account/passkeys/enrolment").header("Location"))
                .isEqualTo("/account/security");
        assertThat(count("account_passkey")).isEqualTo(20);
    }

    private void copyRow() {
        jdbc.sql(
                        """
                        insert into account_passkey (id, account_id, credential_id, public_key, counter, syncable, synced,
                            name, created_at)
                        values (gen_random_uuid(), :id, uuid_send(gen_random_uuid()), 'x', 0, false, false, 'x', now())
                        """)
                .param("id", acme.owner())
                .update();
    }

    @Test
    void provesOnceMoreWhoIsThere() throws Exception {
        owner.add(key, "Laptop");
        var asked = askedOnceMore();
        assertThat(asked.body()).contains("Prove it with your passkey", "name=\"proof\"");

        var sentOn = prove(key.sign(PasskeyUser.options(asked)));

        assertThat(sentOn.status()).isEqualTo(307);
        assertThat(sentOn.header("Location")).isEqualTo(KEYS);
        assertThat(browser.post(KEYS, "name", "Nightly", "scopes", "bots:read").status())
                .isEqualTo(200);
    }

    @Test
    void provesAnAccountWithoutPassword() throws Exception {
        owner.add(key, "Laptop");
        jdbc.sql("delete from account_password").update();
        var asked = askedOnceMore();
        assertThat(asked.body())
                .contains("Prove it with your passkey")
                .doesNotContain("name=\"proof\"");

        assertThat(prove(key.sign(PasskeyUser.options(asked))).status()).isEqualTo(307);
    }

    @Test
    void asksOnceMoreBeforeOneComesOrGoes() throws Exception {
        owner.add(key, "Laptop");
        var id = owner.id();
        letTimePass();

        for (var path :
                List.of(
                        "/account/passkeys",
                        "/account/passkeys/enrolment",
                        "/account/passkeys/" + id + "/removal")) {
            assertThat(browser.post(path).body()).as(path).contains("Is it still you?");
        }
        assertThat(count("account_passkey")).isEqualTo(1);
    }

    private Page askedOnceMore() throws Exception {
        browser.get(KEYS);
        letTimePass();
        return browser.post(KEYS, "name", "Nightly", "scopes", "bots:read");
    }

    private Page prove(String answer) {
        return browser.post(
                "/account/proof",
                "proof-passkey",
                answer,
                "proof-path",
                KEYS,
                "proof-form",
                "true");
    }

    private PasskeyUser stranger() {
        return new PasskeyUser(new Browser(port));
    }

    private Page password(PasskeyUser user) {
        return user.browser().signIn(acme.email(), Tenants.PASSWORD);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
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
