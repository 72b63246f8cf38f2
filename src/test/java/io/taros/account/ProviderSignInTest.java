package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.account.ProvidersTest.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04, P-34: signing in by somebody who knows who one is. */
@ProvidersTest
@ExtendWith(OutputCaptureExtension.class)
class ProviderSignInTest {
    private static final String ADA = "ada@loom.example";
    private static final Map<String, Object> ADA_AT_GOOGLE =
            Map.of("email", ADA, "email_verified", true, "name", "Ada Lovelace");

    private final Tenants tenants;
    private final Consents consents;
    private final Accounts accounts;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private Tenants.Tenant acme;

    ProviderSignInTest(
            Tenants tenants,
            Consents consents,
            Accounts accounts,
            Audit audit,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.consents = consents;
        this.accounts = accounts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void someoneIsHere() {
        MAIL.empty();
        PROVIDERS.reset();
        acme = tenants.open("Acme");
    }

    @Test
    void offersTheProvidersThatAreSetUp() {
        for (var path : List.of("/sign-in", "/register")) {
            assertThat(browser.get(path).body())
                    .contains("Continue with Google")
                    .contains("Continue with Microsoft")
                    .contains("Continue with GitHub");
        }
        assertThat(browser.get("/sign-in/with/facebook").status()).isEqualTo(404);
    }

    @Test
    void makesAnAccountOfSomebodyNewOnceTheyAgree() {
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);

        var arrived = arrive(browser, "google");
        assertThat(arrived.header("Location")).isEqualTo("/sign-in/identity");
        assertThat(accounts.findByEmail(ADA)).as("not before she agrees").isEmpty();

        assertThat(browser.get("/sign-in/identity").body())
                .contains("Google says that you are " + ADA)
                .contains("Ada Lovelace");
        assertThat(browser.post("/sign-in/identity", "name", "Ada").status()).isEqualTo(422);
        var done = agree(browser);

        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get("/account").body()).contains(ADA);
        var ada = accounts.findByEmail(ADA).orElseThrow();
        for (var kind : List.of(Consents.Kind.AGE, Consents.Kind.TERMS, Consents.Kind.PRIVACY)) {
            assertThat(consents.latest(ada.id(), kind))
                    .contains(new Consents.Entry(kind, true, "2026-11", "en", "identity"));
        }

        var again = new Browser(port);
        PROVIDERS.google("ada-at-google", Map.of("email", "moved@loom.example"));
        assertThat(arrive(again, "google").header("Location")).isEqualTo("/home");
        assertThat(again.get("/account").body()).as("known by her subject").contains(ADA);
    }

    @Test
    void followsAnInvitationThroughAProvider() {
        var owner = new Browser(port);
        agreed();
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/settings/members");
        owner.post("/settings/members/invitations", "email", ADA, "role", "EDITOR");
        var link = MAIL.get(ADA, "You are invited to Acme").link();
        var token = link.substring("/invitations/".length());
        var button = "/sign-in/with/google?invitation=" + token;
        assertThat(browser.get(link).body()).contains(button);
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);

        assertThat(answer(browser, browser.get(button)).header("Location"))
                .isEqualTo("/sign-in/identity");
        browser.get("/sign-in/identity");
        assertThat(agree(browser).header("Location")).isEqualTo(link);
        browser.get(link);
        assertThat(browser.post(link).header("Location")).isEqualTo("/home");

        assertThat(browser.get("/home").status()).isEqualTo(200);
        assertThat(actions()).contains("invitation.accepted", "member.added");
        assertThat(accounts.isAddressProven(accounts.findByEmail(ADA).orElseThrow().id())).isTrue();
    }

    @Test
    void asksWithAProofKeyAStateAndANonce() {
        var go = browser.get("/sign-in/with/google");

        assertThat(go.status()).isEqualTo(303);
        assertThat(go.header("Location"))
                .startsWith(PROVIDERS.url() + "/google/authorize?")
                .contains("response_type=code", "client_id=" + Providers.CLIENT)
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .contains("redirect_uri=http://taros.example/sign-in/with/google/answer");
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        arrive(browser, "google");
        assertThat(PROVIDERS.lastForm()).contains("code_verifier=");
    }

    @Test
    void startsANewSession() {
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        arrive(browser, "google");
        var before = browser.cookies().getCookieStore().getCookies().toString();
        browser.get("/sign-in/identity");
        agree(browser);

        assertThat(browser.cookies().getCookieStore().getCookies().toString()).isNotEqualTo(before);
    }

    /** Whoever could make a provider say another's address would otherwise be let in. */
    @Test
    void linksNothingByAnAddressAlone() {
        PROVIDERS.google(
                "owner-at-google", Map.of("email", "Owner@acme.example", "email_verified", true));

        var arrived = arrive(browser, "google");

        assertThat(arrived.body()).contains("You have an account already");
        assertThat(identities()).isZero();
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void makesNoAccountOfAnAddressThatIsNotVerified() {
        for (var claims :
                List.<Map<String, Object>>of(
                        Map.of("email", ADA),
                        Map.of("email", ADA, "email_verified", false),
                        Map.of("email", ADA, "email_verified", "false"))) {
            PROVIDERS.google("ada-at-google", claims);
            assertThat(arrive(browser, "google").body())
                    .contains("Your address is not confirmed there");
        }
        assertThat(accounts.findByEmail(ADA)).isEmpty();
    }

    @Test
    void believesMicrosoftAnAddressOnlyWhereItIsProven() {
        var tenant = "11111111-2222-3333-4444-555555555555";
        var issuer = PROVIDERS.url() + "/microsoft";
        PROVIDERS.microsoft(
                "eve", Map.of("email", ADA, "email_verified", true, "tid", tenant, "iss", issuer));
        assertThat(arrive(browser, "microsoft").body())
                .contains("Your address is not confirmed there");

        PROVIDERS.microsoft(
                "ada", Map.of("email", ADA, "xms_edov", true, "tid", tenant, "iss", issuer));
        assertThat(arrive(browser, "microsoft").header("Location")).isEqualTo("/sign-in/identity");
    }

    @Test
    void takesGitHubsVerifiedAddressAndNotTheOneThatIsShown() {
        PROVIDERS.gitHub(
                7,
                "Ada",
                """
                [{"email":"old@loom.example","primary":false,"verified":true},
                 {"email":"ada@loom.example","primary":true,"verified":true}]
                """);

        assertThat(arrive(browser, "github").header("Location")).isEqualTo("/sign-in/identity");
        assertThat(browser.get("/sign-in/identity").body()).contains(ADA);
        agree(browser);

        assertThat(jdbc.sql("select subject from account_identity").query(String.class).single())
                .isEqualTo("7");
        PROVIDERS.gitHub(
                8, "Eve", "[{\"email\":\"e@x.example\",\"primary\":true,\"verified\":false}]");
        assertThat(arrive(new Browser(port), "github").body()).contains("not confirmed there");
    }

    @Test
    void asksForTheSecondFactorToo() {
        var owner = link("owner-at-google");
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at, confirmed_at)
                        values (:id, 'x', 0, now(), now())
                        """)
                .param("id", owner)
                .update();

        var in = arrive(browser, "google");

        assertThat(in.header("Location")).isEqualTo("/sign-in/code");
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void linksFromInsideOnceTheOwnerSaysSoAndTellsByMail() {
        link("owner-at-google");

        MAIL.get("owner@acme.example", "Another way into your account");
        assertThat(actions()).contains("account.identity-linked");
        assertThat(arrive(browser, "google").status()).isEqualTo(303);
        assertThat(browser.get("/account").body()).contains("owner@acme.example");
    }

    @Test
    void linksNothingThatOpensAnotherAccount() {
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        arrive(browser, "google");
        browser.get("/sign-in/identity");
        agree(browser);

        var owner = new Browser(port);
        owner.signIn("owner@acme.example", Tenants.PASSWORD);
        var taken = answer(owner, owner.get("/account/identities/google/link"));

        assertThat(taken.body()).contains("This one is linked already");
    }

    @Test
    void unlinksAllButTheLastWayIn() {
        link("owner-at-google");
        var owner = new Browser(port);
        owner.signIn("owner@acme.example", Tenants.PASSWORD);
        owner.get("/account/security");
        owner.post("/account/identities/removal", "provider", "google");
        assertThat(identities()).isZero();
        assertThat(actions()).contains("account.identity-unlinked");

        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        arrive(browser, "google");
        browser.get("/sign-in/identity");
        agree(browser);
        assertThat(browser.get("/account/security").body()).contains("the only way into");
        browser.post("/account/identities/removal", "provider", "google");
        assertThat(identities()).isOne();
    }

    @Test
    void provesOnceMoreByTheProviderWhereThereIsNoPassword() {
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        arrive(browser, "google");
        browser.get("/sign-in/identity");
        agree(browser);
        jdbc.sql("delete from account_password").update();
        PROVIDERS.google("eve-at-google", Map.of("email", "eve@loom.example"));
        assertThat(answer(browser, browser.get("/account/identities/google/proof")).body())
                .contains("This is somebody else");

        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        assertThat(answer(browser, browser.get("/account/identities/google/proof")).body())
                .contains("Thank you, it is you");

        // A provider may answer without asking anybody: a password is asked for where there is one.
        jdbc.sql(
                        """
                        insert into account_password (account_id, hash, changed_at)
                        select account_id, 'x', now() from account_identity
                        """)
                .update();
        assertThat(answer(browser, browser.get("/account/identities/google/proof")).body())
                .doesNotContain("Thank you, it is you");
    }

    @Test
    void writesNeitherCodeNorTokenNorSecretAnywhere(CapturedOutput output) {
        PROVIDERS.google("ada-at-google", ADA_AT_GOOGLE);
        var go = browser.get("/sign-in/with/google");
        var back = PROVIDERS.agree(go.header("Location"));
        var page = browser.get(back.getRawPath() + "?" + back.getRawQuery());
        PROVIDERS.change(body -> body.replace("id_token", "no_token"));
        arrive(browser, "google");

        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        var code = back.getRawQuery().replaceAll(".*code=([^&]+).*", "$1");
        assertThat(output.getAll()).doesNotContain(code).doesNotContain("eyJ");
        assertThat(output.getAll()).doesNotContain(Providers.SECRET);
        assertThat(jdbc.sql("select count(*) from account_identity").query(Long.class).single())
                .isZero();
    }

    private void agreed() {
        jdbc.sql(
                        """
                        insert into consent (id, account_id, kind, is_given, version, language, source, at)
                        select gen_random_uuid(), id, 'TERMS', true, '2026-11', 'en', 'test', now() from account
                        """)
                .update();
    }

    private Object link(String subject) {
        PROVIDERS.google(subject, Map.of("email", "owner@elsewhere.example"));
        var owner = new Browser(port);
        owner.signIn("owner@acme.example", Tenants.PASSWORD);
        var arrived = answer(owner, owner.get("/account/identities/google/link"));
        assertThat(arrived.header("Location")).isEqualTo("/account/identities/arrival");
        assertThat(identities()).as("not before the button is pressed").isZero();
        owner.get("/account/identities/arrival");
        owner.post("/account/identities");
        assertThat(identities()).isOne();
        return accounts.findByEmail("owner@acme.example").orElseThrow().id();
    }

    private Page arrive(Browser somebody, String provider) {
        return answer(somebody, Providers.leads(somebody, "/sign-in/with/" + provider));
    }

    private static Page answer(Browser somebody, Page go) {
        return answer(somebody, go.header("Location"));
    }

    private static Page answer(Browser somebody, String target) {
        if (!target.contains("/google/") && !target.contains("/microsoft/")) {
            var state = target.replaceAll(".*[?&]state=([^&]+).*", "$1");
            return somebody.get("/sign-in/with/github/answer?code=c0de&state=" + state);
        }
        var back = PROVIDERS.agree(target);
        return somebody.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private static Page agree(Browser somebody) {
        return somebody.post("/sign-in/identity", "name", "Ada", "age", "true", "texts", "true");
    }

    private long identities() {
        return jdbc.sql("select count(*) from account_identity").query(Long.class).single();
    }

    private List<String> actions() {
        return Tenancy.callAs(
                acme.organization(),
                () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }
}
