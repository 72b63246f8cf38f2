package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccountTest
class ForgottenPasswordTest {
    private static final String FRESH = "seven patient herons";

    private final Tenants tenants;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private Tenants.Tenant acme;

    ForgottenPasswordTest(
            Tenants tenants, Audit audit, JdbcClient jdbc, @LocalServerPort int port) {
        this.tenants = tenants;
        this.audit = audit;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void someoneIsHere() {
        MAIL.empty();
        acme = tenants.open("Acme");
    }

    @Test
    void isReplacedByWhoeverReadsTheMailAndEndsEverySession() {
        var elsewhere = new Browser(port);
        elsewhere.signIn(acme.email(), Tenants.PASSWORD);
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);

        assertThat(ask(acme.email()).body()).contains("Look in your mailbox");
        var link = link();
        var page = browser.get(link);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reset(link, FRESH).body()).contains("Your password is changed");

        assertThat(elsewhere.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).status())
                .isEqualTo(422);
        assertThat(new Browser(port).signIn(acme.email(), FRESH).status()).isEqualTo(303);
        MAIL.get(acme.email(), "Your password was changed");
        assertThat(Tenancy.callAs(acme.organization(), () -> audit.latest(100)))
                .extracting(AuditEntry::action)
                .contains("account.password-reset");
    }

    @Test
    void isAskedForAlikeWhetherTheAddressIsKnownOrNot() {
        var known = ask(acme.email());
        var unknown = ask("nobody@acme.example");

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(plain(unknown)).isEqualTo(plain(known));
        link();
        assertThat(MAIL.all("nobody@acme.example")).isEmpty();
    }

    @Test
    void isReplacedOncePerLinkAndWithinAnHour() {
        ask(acme.email());
        var first = link();
        reset(first, FRESH);
        assertThat(reset(first, "another patient heron").body()).contains("does not work any more");

        MAIL.empty();
        ask(acme.email());
        var second = link();
        jdbc.sql("update account_link set expires_at = now() - interval '1 second'").update();
        assertThat(browser.get(second).body()).contains("does not work any more");
        assertThat(reset(second, "another patient heron").body())
                .contains("does not work any more");
        assertThat(new Browser(port).signIn(acme.email(), FRESH).status()).isEqualTo(303);
    }

    @Test
    void losesEveryOtherLinkWhenItIsReplaced() {
        ask(acme.email());
        var first = link();
        MAIL.empty();
        ask(acme.email());
        reset(link(), FRESH);

        assertThat(reset(first, "another patient heron").body()).contains("does not work any more");
    }

    @Test
    void isNotReplacedByALinkOfAnotherKind() {
        var links = jdbc.sql("select count(*) from account_link").query(Long.class).single();
        assertThat(links).isZero();
        ask(acme.email());
        var reset = link();
        var elsewhere = "/account-address" + reset.substring(reset.indexOf('?'));

        assertThat(browser.get(elsewhere).body()).contains("does not work any more");
        assertThat(browser.get("/news" + reset.substring(reset.indexOf('?'))).body())
                .contains("does not work any more");
        assertThat(reset(reset, FRESH).body()).contains("Your password is changed");
    }

    @Test
    void isReplacedByOneThatIsStrongOnly() {
        ask(acme.email());
        var link = link();

        assertThat(reset(link, "passwordpassword").status()).isEqualTo(422);
        assertThat(reset(link, FRESH).body()).as("the link is still good").contains("is changed");
    }

    @Test
    void isNotReplacedWithoutTheTokenOfTheForm() {
        ask(acme.email());
        var link = link();

        assertThat(
                        browser.postWithoutToken(
                                        "/reset",
                                        "token",
                                        link.substring(link.indexOf('=') + 1),
                                        "password",
                                        FRESH)
                                .status())
                .isEqualTo(403);
    }

    private Browser.Page ask(String email) {
        browser.get("/forgotten");
        return browser.post("/forgotten", "email", email);
    }

    private String link() {
        return MAIL.get(acme.email(), "Choose a new password").link();
    }

    private Browser.Page reset(String link, String password) {
        browser.get("/forgotten");
        return browser.post(
                "/reset", "token", link.substring(link.indexOf('=') + 1), "password", password);
    }

    private static String plain(Browser.Page page) {
        return page.body()
                .replaceAll("value=\"[^\"]{40,}\"", "")
                .replaceAll("nonce=\"[^\"]+\"", "");
    }
}
