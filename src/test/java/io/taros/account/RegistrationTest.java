package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import io.taros.testing.Mailbox.Letter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04, P-05, P-20: from a form to an account whose address is proven. */
@AccountTest
@ExtendWith(OutputCaptureExtension.class)
class RegistrationTest {
    private static final String ADA = "ada@loom.example";
    private static final String PASSWORD = "seven patient herons";

    private final Tenants tenants;
    private final Consents consents;
    private final Accounts accounts;
    private final RateLimits limits;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;

    RegistrationTest(
            Tenants tenants,
            Consents consents,
            Accounts accounts,
            RateLimits limits,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.consents = consents;
        this.accounts = accounts;
        this.limits = limits;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void someoneIsHere() {
        MAIL.empty();
        tenants.open("Acme");
    }

    @Test
    void makesAnAccountOfWhoeverHoldsLinkAndPassword() {
        assertThat(register(ADA, PASSWORD).body()).contains("Look in your mailbox");
        assertThat(accounts.findByEmail(ADA)).as("not before the link is opened").isEmpty();

        var link = mail().link();
        var page = browser.get(link);
        assertThat(page.body()).contains("Your address is confirmed");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        var done = confirm(link, PASSWORD);

        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get("/account").body()).contains(ADA);
        var ada = accounts.findByEmail(ADA).orElseThrow();
        assertThat(ada.name()).isEqualTo("Ada");
        for (var kind : List.of(Consents.Kind.AGE, Consents.Kind.TERMS, Consents.Kind.PRIVACY)) {
            assertThat(consents.latest(ada.id(), kind))
                    .contains(new Consents.Entry(kind, true, "2026-11", "en", "register"));
        }
        assertThat(consents.isMarketingWanted(ada.id())).isFalse();
        assertThat(jdbc.sql("select count(*) from registration").query(Long.class).single())
                .isZero();
    }

    @Test
    void letsNobodyActBeforeTheAddressIsProven() {
        register(ADA, PASSWORD);

        assertThat(browser.signIn(ADA, PASSWORD).status()).isEqualTo(422);
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void saysTheSameForAnAddressThatIsKnownAndTellsItsOwnerByMail() {
        var fresh = register(ADA, PASSWORD);
        var known = register("Owner@acme.example", PASSWORD);

        assertThat(known.status()).isEqualTo(fresh.status());
        assertThat(plain(known)).isEqualTo(plain(fresh));
        var told = MAIL.get("owner@acme.example", "You have an account already");
        assertThat(told.text()).doesNotContain("token=");
        assertThat(browser.signIn("owner@acme.example", Tenants.PASSWORD).status())
                .as("nothing has changed")
                .isEqualTo(303);
    }

    /** Rows and jobs are what the request makes; both are the same, and so is the hash. */
    @Test
    void doesTheSameWorkForAnAddressThatIsKnown() {
        register("owner@acme.example", PASSWORD);
        assertThat(jdbc.sql("select password_hash from registration").query(String.class).single())
                .startsWith("$argon2id$");
    }

    /** Somebody registers a stranger's address and waits for the stranger's click. */
    @Test
    void givesAStrangersClickNoAccountWithAPasswordTheStrangerDoesNotKnow() {
        register(ADA, "a password of an attacker");
        var link = mail().link();

        assertThat(confirm(link, PASSWORD).status()).isEqualTo(422);
        assertThat(accounts.findByEmail(ADA)).isEmpty();

        MAIL.empty();
        register(ADA, PASSWORD);
        assertThat(confirm(mail().link(), PASSWORD).status()).isEqualTo(303);
        assertThat(new Browser(port).get(link).body()).contains("does not work any more");
    }

    @Test
    void takesALinkOnceAndForADay() {
        register(ADA, PASSWORD);
        var link = mail().link();
        confirm(link, PASSWORD);

        assertThat(confirm(link, PASSWORD).body()).contains("does not work any more");
        assertThat(new Browser(port).get(link).body()).contains("does not work any more");

        register("eve@loom.example", PASSWORD);
        var late = MAIL.get("eve@loom.example", "Confirm your address").link();
        jdbc.sql("update account_link set expires_at = now() - interval '1 second'").update();
        assertThat(confirm(late, PASSWORD).body()).contains("does not work any more");
        assertThat(confirm("/register/confirmation?token=made-up", PASSWORD).body())
                .contains("does not work any more");
    }

    @Test
    void keepsNoTokenAnywhereButInTheMail(CapturedOutput log) {
        register(ADA, PASSWORD);
        var link = mail().link();
        var token = link.substring(link.indexOf('=') + 1);
        browser.get(link);
        confirm(link, "wrong guess of a password");
        confirm(link, PASSWORD);

        assertThat(log.getAll()).doesNotContain(token, PASSWORD, ADA);
        assertThat(
                        jdbc.sql("select encode(task_data, 'escape') from scheduled_tasks")
                                .query(String.class)
                                .list())
                .noneMatch(data -> data.contains(token) || data.contains(ADA));
    }

    @Test
    void asksForAgeAndAgreementAndLeavesNewsUnticked() {
        var page = browser.get("/register");
        assertThat(page.body())
                .contains("https://fjord.example/terms", "https://fjord.example/privacy")
                .doesNotContain("checked");

        var refused = browser.post("/register", "name", "Ada", "email", ADA, "password", PASSWORD);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("16 or older", "agree to the terms");
        assertThat(MAIL.all(ADA)).isEmpty();
    }

    @Test
    void writesNewsOnlyToThoseWhoSaidYesTwice() {
        browser.get("/register");
        register(ADA, PASSWORD, "marketing", "true");
        confirm(mail().link(), PASSWORD);
        var ada = accounts.findByEmail(ADA).orElseThrow().id();
        assertThat(consents.isMarketingWanted(ada)).isFalse();

        var link = MAIL.get(ADA, "Do you want news about Taros?").link();
        browser.get(link);
        browser.post("/news", "token", link.substring(link.indexOf('=') + 1));

        assertThat(consents.isMarketingWanted(ada)).isTrue();
        browser.get("/account");
        browser.post("/account/news", "news", "false");
        assertThat(consents.isMarketingWanted(ada)).isFalse();
        assertThat(
                        jdbc.sql("select count(*) from consent where kind = 'MARKETING'")
                                .query(Long.class)
                                .single())
                .as("nothing in the ledger is ever changed")
                .isEqualTo(2);
    }

    @Test
    void leadsToAnOrganizationOfOnesOwn() {
        register(ADA, PASSWORD);
        confirm(mail().link(), PASSWORD);

        assertThat(browser.get("/home").header("Location")).isEqualTo("/organizations");
        assertThat(browser.get("/knowledge").status())
                .as("no member, no permission")
                .isEqualTo(403);
        assertThat(browser.get("/organizations").body()).contains("action=\"/organizations\"");
        assertThat(browser.post("/organizations", "organization", "Loom").status()).isEqualTo(303);
        assertThat(browser.get("/home").body()).contains("Loom");
    }

    /** P-42. */
    @Test
    void asksAgainWhenTheTextsChangeSignificantly() {
        register(ADA, PASSWORD);
        confirm(mail().link(), PASSWORD);
        browser.get("/organizations");
        browser.post("/organizations", "organization", "Loom");
        assertThat(browser.get("/home").status()).isEqualTo(200);
        jdbc.sql("delete from consent").update();
        var ada = accounts.findByEmail(ADA).orElseThrow().id();
        consents.add(
                ada, new Consents.Entry(Consents.Kind.TERMS, true, "2025-01", "en", "register"));

        assertThat(browser.get("/home").header("Location")).isEqualTo("/account/agreement");
        browser.get("/account/agreement");
        assertThat(browser.post("/account/agreement").status()).isEqualTo(422);
        assertThat(browser.post("/account/agreement", "texts", "true").status()).isEqualTo(303);

        assertThat(browser.get("/home").status()).isEqualTo(200);
        assertThat(consents.latest(ada, Consents.Kind.TERMS))
                .contains(
                        new Consents.Entry(
                                Consents.Kind.TERMS, true, "2026-11", "en", "agreement"));
    }

    @Test
    void asksThoseWhoWereLetInWithoutAgreeing() {
        browser.signIn("owner@acme.example", Tenants.PASSWORD);

        assertThat(browser.get("/home").header("Location")).isEqualTo("/account/agreement");
    }

    @Test
    void fillsNobodysMailbox() {
        for (var i = 0; i < 5; i++) {
            assertThat(register(ADA, PASSWORD).status()).isEqualTo(200);
        }

        assertThat(register(ADA, PASSWORD).status()).isEqualTo(429);
        limits.reset();
        assertThat(register(ADA, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void measuresAPasswordByWhatIsKnownOfItsOwner() {
        browser.get("/register");
        assertThat(meter("short")).contains("At least 12");
        assertThat(meter("passwordpassword")).contains("first anybody would try");
        assertThat(meter(PASSWORD)).contains("Strong");
        assertThat(register("eve@x.example", "wervelingen1").body()).contains("Look in your");
        assertThat(register("wervelingen@x.example", "wervelingen1").body())
                .contains("among the first");
    }

    private String meter(String password) {
        return browser.post("/password-strength", "password", password, "email", ADA).body();
    }

    private Browser.Page register(String email, String password, String... more) {
        browser.get("/register");
        var fields =
                new java.util.ArrayList<>(
                        List.of(
                                "name",
                                "Ada",
                                "email",
                                email,
                                "password",
                                password,
                                "age",
                                "true",
                                "texts",
                                "true"));
        fields.addAll(List.of(more));
        return browser.post("/register", fields.toArray(String[]::new));
    }

    private Letter mail() {
        return MAIL.get(ADA, "Confirm your address");
    }

    private Browser.Page confirm(String link, String password) {
        // For a form token: the page of a link that works no more has none.
        browser.get("/register");
        return browser.post(
                "/register/confirmation",
                "token",
                link.substring(link.indexOf('=') + 1),
                "password",
                password);
    }

    private static String plain(Browser.Page page) {
        return page.body()
                .replaceAll("value=\"[^\"]{40,}\"", "")
                .replaceAll("nonce=\"[^\"]+\"", "");
    }
}
