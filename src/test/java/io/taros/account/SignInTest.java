package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.organization.Tenants;
import io.taros.platform.web.BadInput;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04, P-34: e-mail and password, hashed. */
@TarosTest
class SignInTest {
    private static final String HOME = "/settings/api-keys";

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final Browser browser;

    SignInTest(Tenants tenants, JdbcClient jdbc, @LocalServerPort int port) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        browser = new Browser(port);
    }

    @BeforeEach
    void someoneIsHere() {
        tenants.open("Acme");
    }

    @Test
    void letsInWhoeverHasThePassword() {
        assertThat(browser.get(HOME).header("Location")).isEqualTo("/sign-in");

        var done = browser.signIn("owner@acme.example", Tenants.PASSWORD);

        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get(HOME).status()).isEqualTo(200);
    }

    @Test
    void takesAnEmailInAnyCase() {
        assertThat(browser.signIn(" Owner@ACME.example ", Tenants.PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownEmail() {
        var wrong = browser.signIn("owner@acme.example", "four noisy otters");
        var unknown = browser.signIn("nobody@acme.example", "four noisy otters");

        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(plain(wrong, "owner")).isEqualTo(plain(unknown, "nobody"));
        assertThat(browser.get(HOME).status()).isEqualTo(303);
    }

    @Test
    void hashesWithArgon2id() {
        assertThat(jdbc.sql("select hash from account_password").query(String.class).single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void doesTheSameWorkForAnUnknownEmail() {
        var passwords = new Passwords();
        var hash = passwords.hash(Tenants.PASSWORD);
        passwords.matches("warm up", hash);

        assertThat(fastest(() -> passwords.matches("wrong", null)))
                .isGreaterThan(fastest(() -> passwords.matches("wrong", hash)) / 2);
        assertThat(passwords.matches("nobody signs in with this", null)).isFalse();
    }

    /** More than the 122 bits of a random UUID. */
    @Test
    void namesASessionByMoreThanAnybodyCanGuess() {
        browser.signIn("owner@acme.example", Tenants.PASSWORD);

        var cookie =
                browser.cookies().getCookieStore().getCookies().stream()
                        .filter(kept -> kept.getName().equals("taros-session"))
                        .findFirst()
                        .orElseThrow();

        var id =
                new String(
                        Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.US_ASCII);
        assertThat(Base64.getUrlDecoder().decode(id)).hasSize(27);
    }

    @Test
    void startsANewSessionAtSignIn() {
        browser.get("/sign-in");
        var before = session();

        browser.signIn("owner@acme.example", Tenants.PASSWORD);

        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var page = browser.get("/sign-in");

        assertThat(page.header("Set-Cookie"))
                .startsWith("taros-session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        browser.get("/sign-in");

        var refused =
                browser.postWithoutToken(
                        "/sign-in", "email", "owner@acme.example", "password", Tenants.PASSWORD);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Load it again");
        assertThat(browser.get(HOME).status()).isEqualTo(303);
    }

    @Test
    void refusesAFormThatTheBrowserSaysComesFromElsewhere() {
        var refused =
                browser.send(
                        HttpRequest.newBuilder(browser.at("/sign-in"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.noBody())
                                .build());

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void endsTheSessionAtSignOut() {
        browser.signIn("owner@acme.example", Tenants.PASSWORD);
        browser.get(HOME);
        var cookie = session();

        var out = browser.post("/sign-out");

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Clear-Site-Data")).contains("storage");
        var replayed =
                browser.send(
                        HttpRequest.newBuilder(browser.at(HOME))
                                .header("Cookie", "taros-session=" + cookie)
                                .build());
        assertThat(replayed.status()).isEqualTo(303);
    }

    @Test
    void limitsTheAttemptsOnOneAccount() {
        for (var i = 0; i < 10; i++) {
            assertThat(browser.signIn("Owner@acme.example", "wrong number " + i).status())
                    .isEqualTo(422);
        }

        assertThat(browser.signIn("owner@acme.example", Tenants.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void takesAnyPasswordThatIsLongAndNotTheFirstTried() {
        assertThatThrownBy(() -> account("eleven char")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> account("passwordpassword")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> account("123456123456")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> account("Passw0rd!Passw0rd!")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> account("ada@acme.example")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> account("a".repeat(257))).isInstanceOf(BadInput.class);

        account("three quiet otters");
        account("correct horse battery staple");
        account("Æblegrød med fløde");
    }

    private static NewAccount account(String password) {
        return new NewAccount("ada@acme.example", "Ada", password, "en");
    }

    private String session() {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("taros-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String plain(Browser.Page page, String name) {
        return page.body()
                .replaceAll("value=\"[^\"]{40,}\"", "")
                .replaceAll("nonce=\"[^\"]+\"", "")
                .toLowerCase(Locale.ROOT)
                .replace(name + "@", "somebody@");
    }

    private static long fastest(Runnable work) {
        var best = Long.MAX_VALUE;
        for (var i = 0; i < 5; i++) {
            var start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
