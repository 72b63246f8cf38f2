package io.taros.signon;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.account.ProvidersTest.DNS;
import static io.taros.account.ProvidersTest.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.taros.account.Account;
import io.taros.account.Providers;
import io.taros.account.ProvidersTest;
import io.taros.organization.Members;
import io.taros.organization.Standing;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-34: where the provider is required no other way counts, and the owners are not locked out. */
@ProvidersTest
class RequiredSignOnTest {
    private static final String ADA = "ada@loom.example";
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{32,})</code>");

    private final Tenants tenants;
    private final Houses houses;
    private final Members members;
    private final Standing standing;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private Tenants.Tenant loom;
    private Account.Id ada;

    RequiredSignOnTest(
            Tenants tenants,
            Houses houses,
            Members members,
            Standing standing,
            Audit audit,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.houses = houses;
        this.members = members;
        this.standing = standing;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void loomHasAProvider() {
        DNS.empty();
        MAIL.empty();
        PROVIDERS.reset();
        loom = tenants.open("Loom");
        ada = tenants.account(ADA, "Ada");
        Tenancy.runAs(loom.organization(), () -> members.add(ada, Role.AGENT));
        houses.prove(loom, "loom.example");
        houses.provide(loom, "acme");
        houses.everybodyAgreed();
        PROVIDERS.person("acme", "ada-there", Map.of("email", ADA));
    }

    @Test
    void refusesAPasswordWithASentenceAndLeadsToTheProvider() {
        houses.require(loom);
        browser.get("/sign-in");
        assertThat(password(browser, ADA, "a wrong password").body())
                .as("whether there is such an account shows to nobody without its password")
                .contains("do not match");

        var refused = password(browser, ADA, Tenants.PASSWORD);
        assertThat(refused.header("Location"))
                .isEqualTo("/sign-in/single?only=" + loom.organization());
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(browser.get(refused.header("Location")).body())
                .contains("Loom has its people sign in by its own provider and in no other way")
                .contains("/sign-in/with/" + loom.organization());

        var target = Providers.leads(browser.post("/sign-in/with/" + loom.organization()));
        assertThat(answer(browser, target).header("Location")).isEqualTo("/home");
        assertThat(browser.get("/home").status()).isEqualTo(200);
    }

    @Test
    void refusesOtherProvidersAndNewPasswords() {
        var before = new Browser(port);
        before.signIn(ADA, Tenants.PASSWORD);
        PROVIDERS.person("google", "ada-at-google", Map.of("email", "ada@gmail.example"));
        answer(before, before.get("/account/identities/google/link"));
        before.get("/account/identities/arrival");
        before.post("/account/identities");
        houses.require(loom);

        assertThat(answer(browser, browser.get("/sign-in/with/google")).header("Location"))
                .isEqualTo("/sign-in/single?only=" + loom.organization());
        browser.get("/forgotten");
        browser.post("/forgotten", "email", ADA);
        var reset = MAIL.get(ADA, "Choose a new password").link();
        browser.get(reset);
        var fresh = "five careful badgers";
        browser.post("/reset", "token", reset.replaceAll(".*token=", ""), "password", fresh);
        browser.get("/sign-in");
        assertThat(password(browser, ADA, fresh).header("Location"))
                .isEqualTo("/sign-in/single?only=" + loom.organization());
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    /** A rule that began with the next sign-in would begin in a month. */
    @Test
    void sendsWhoeverIsSignedInAlreadyToTheProvider() {
        browser.signIn(ADA, Tenants.PASSWORD);
        assertThat(browser.get("/home").status()).isEqualTo(200);
        houses.require(loom);

        assertThat(browser.get("/home").header("Location"))
                .isEqualTo("/sign-in/single?only=" + loom.organization());
        arrive(browser);
        assertThat(browser.get("/home").status()).isEqualTo(200);
    }

    @Test
    void leavesOthersAsTheyAre() {
        var guest = tenants.member(loom.organization(), Role.AGENT);
        var globex = tenants.open("Globex");
        houses.require(loom);
        for (var email : List.of(guest, globex.email())) {
            var somebody = new Browser(port);
            houses.everybodyAgreed();
            somebody.signIn(email, Tenants.PASSWORD);
            assertThat(somebody.get("/home").status()).as(email).isEqualTo(200);
        }
        var outside = tenants.account("eve@loom.example", "Eve");
        houses.everybodyAgreed();
        var eve = new Browser(port);
        eve.get("/sign-in");
        assertThat(password(eve, "eve@loom.example", Tenants.PASSWORD).header("Location"))
                .as("of the domain and no member: %s", outside)
                .isEqualTo("/home");
    }

    @Test
    void holdsNobodyWhileItsOrganizationIsNotServed() {
        houses.require(loom);
        Tenancy.runAs(loom.organization(), standing::suspend);
        browser.get("/sign-in");

        assertThat(password(browser, ADA, Tenants.PASSWORD).header("Location")).isEqualTo("/home");
    }

    /** One session for all organizations of an account, vouched for by whoever owns its address. */
    @Test
    void reachesTheOtherOrganizationsOfTheSameAccount() {
        var globex = tenants.open("Globex");
        Tenancy.runAs(globex.organization(), () -> members.add(ada, Role.AGENT));
        houses.require(loom);

        arrive(browser);
        browser.get("/organizations");
        browser.post("/organizations/" + globex.organization() + "/choice");
        assertThat(browser.get("/home").status()).isEqualTo(200);
    }

    @Test
    void letsAnOwnerInByPasswordAndSecondFactorAndWritesItDown() {
        var owner = new Browser(port);
        owner.signIn(loom.email(), Tenants.PASSWORD);
        var secret = enrol(owner);
        houses.require(loom);

        browser.get("/sign-in");
        assertThat(password(browser, loom.email(), Tenants.PASSWORD).header("Location"))
                .isEqualTo("/sign-in/code");
        browser.get("/sign-in/code");
        assertThat(browser.post("/sign-in/code", "code", code(secret)).header("Location"))
                .isEqualTo("/home");
        assertThat(browser.get("/settings/domains").status()).isEqualTo(200);
        assertThat(actions()).contains("single-sign-on.passed-by");

        jdbc.sql("delete from account_totp").update();
        assertThat(browser.get("/settings/domains").header("Location"))
                .as("a password alone is no way in")
                .isEqualTo("/sign-in/single?only=" + loom.organization());
    }

    @Test
    void letsNobodyMoveTheirAddressAway() {
        houses.require(loom);
        arrive(browser);
        browser.get("/account");
        assertThat(browser.post("/account/address", "email", "ada@home.example").body())
                .contains("Loom has its people sign in by its own provider");
    }

    @Test
    void asksTheProviderOnceMoreWhereNothingCanBeTyped() {
        jdbc.sql("delete from account_password where account_id = :id").param("id", ada).update();
        houses.require(loom);
        arrive(browser);
        var proven =
                answer(
                        browser,
                        browser.get("/account/identities/" + loom.organization() + "/proof"));
        assertThat(proven.body()).contains("Thank you, it is you");
        PROVIDERS.person("acme", "eve-there", Map.of("email", "eve@loom.example"));
        var eve =
                answer(
                        browser,
                        browser.get("/account/identities/" + loom.organization() + "/proof"));
        assertThat(eve.body()).contains("This is somebody else");
        assertThat(browser.get("/account/identities/" + loom.organization() + "/link").status())
                .as("linked by signing in, never by hand")
                .isEqualTo(404);
    }

    /**
     * Otherwise an address is moved in, the organization joined, and the address moved out again.
     */
    @Test
    void endsWhatWasJoinedWithAnAddressThatIsTakenBack() {
        var eve = tenants.account("eve@other.example", "Eve");
        var bob = tenants.account("bob@other.example", "Bob");
        Tenancy.runAs(loom.organization(), () -> members.add(bob, Role.AGENT));
        houses.everybodyAgreed();
        for (var name : List.of("eve", "bob")) {
            moveIn(name);
        }
        Tenancy.runAs(loom.organization(), () -> members.add(eve, Role.AGENT));
        houses.require(loom);

        for (var name : List.of("eve", "bob")) {
            var undo =
                    MAIL.get(name + "@other.example", "The address of your account was changed")
                            .link();
            var reader = new Browser(port);
            reader.get(undo);
            assertThat(
                            reader.post(
                                            "/account-address/undo",
                                            "token",
                                            undo.replaceAll(".*token=", ""))
                                    .body())
                    .contains("Your old address is back");
        }

        assertThat(Tenancy.callAs(loom.organization(), () -> members.find(eve))).isEmpty();
        assertThat(Tenancy.callAs(loom.organization(), () -> members.find(bob)))
                .as("a member with an address outside before")
                .isPresent();
    }

    private void moveIn(String name) {
        var somebody = new Browser(port);
        somebody.signIn(name + "@other.example", Tenants.PASSWORD);
        somebody.get("/account");
        somebody.post("/account/address", "email", name + "@loom.example");
        var link = MAIL.get(name + "@loom.example", "Confirm your new address").link();
        somebody.get(link);
        assertThat(
                        somebody.post("/account-address", "token", link.replaceAll(".*token=", ""))
                                .body())
                .contains("Your address is changed");
    }

    private Page arrive(Browser somebody) {
        return answer(somebody, Providers.leads(somebody, "/sign-in/with/" + loom.organization()));
    }

    private static Page answer(Browser somebody, Page go) {
        return answer(somebody, go.header("Location"));
    }

    private static Page answer(Browser somebody, String target) {
        var back = PROVIDERS.agree(target);
        return somebody.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private static Page password(Browser somebody, String email, String password) {
        return somebody.post("/sign-in", "email", email, "password", password);
    }

    private static byte[] enrol(Browser owner) {
        owner.get("/account/security");
        var page = owner.post("/account/second-factor/enrolment").body();
        var found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        var secret = Base32.decode(found.group(1).replace(" ", ""));
        owner.post("/account/second-factor", "code", code(secret, Instant.now().minusSeconds(30)));
        return secret;
    }

    private static String code(byte[] secret) {
        return code(secret, Instant.now());
    }

    private static String code(byte[] secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
        } catch (java.security.InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> actions() {
        return Tenancy.callAs(
                loom.organization(),
                () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }
}
