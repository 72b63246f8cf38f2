package io.taros.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Accounts;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@TarosTest
class FirstVisitTest {
    private final FirstVisit firstVisit;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Browser browser;
    private final int port;

    FirstVisitTest(
            FirstVisit firstVisit, Accounts accounts, JdbcClient jdbc, @LocalServerPort int port) {
        this.firstVisit = firstVisit;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @Test
    void leadsEveryRoomToTheWelcomeWhileThereIsNoAccount() {
        for (var room : List.of("/settings", "/settings/api-keys")) {
            assertThat(browser.get(room).header("Location")).isEqualTo("/sign-in");
        }
        assertThat(browser.get("/sign-in").header("Location")).isEqualTo("/welcome");
        assertThat(browser.get("/welcome").body())
                .contains("log")
                .doesNotContain("name=\"password\"");
    }

    @Test
    void givesTheInstallationToWhoeverHasTheCodeOfTheLog() {
        var code = firstVisit.newCode();

        assertThat(browser.get("/welcome?code=" + code).body()).contains("name=\"password\"");
        var created = create(browser, code, "Acme");

        assertThat(created.status()).isEqualTo(303);
        assertThat(created.header("Location")).isEqualTo("/");
        assertThat(browser.get("/settings/api-keys").status()).isEqualTo(200);
        assertThat(browser.get("/welcome?code=" + code).header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void refusesAnyOtherCodeAndAnEarlierOne() {
        var earlier = firstVisit.newCode();
        firstVisit.newCode();

        for (var code : List.of(earlier, "guess", "")) {
            browser.get("/welcome?code=" + code);
            assertThat(create(browser, code, "Acme").status()).isIn(200, 403);
        }
        assertThat(accounts.areThereAny()).isFalse();
    }

    @Test
    void keepsNoCodeThatCouldBeRead() {
        var code = firstVisit.newCode();

        assertThat(
                        jdbc.sql("select encode(code_hash, 'escape') from first_visit")
                                .query(String.class)
                                .single())
                .doesNotContain(code);
    }

    @Test
    void limitsTheGuesses() {
        for (var i = 0; i < 10; i++) {
            assertThat(browser.get("/welcome?code=guess" + i).status()).isEqualTo(200);
        }

        var refused = browser.get("/welcome?code=guess");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void showsTheFormAgainWithWhatIsWrong() {
        var code = firstVisit.newCode();
        browser.get("/welcome?code=" + code);

        var again =
                browser.post(
                        "/welcome",
                        "code",
                        code,
                        "name",
                        "Ada",
                        "email",
                        "ada",
                        "password",
                        "short",
                        "organization",
                        "Acme");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"Ada\"").doesNotContain("short");
        assertThat(accounts.areThereAny()).isFalse();
    }

    @Test
    void makesOneOwnerOutOfTwoWhoComeAtOnce() throws Exception {
        var code = firstVisit.newCode();
        var visits = new ArrayList<Callable<Browser.Page>>();
        for (var number = 0; number < 4; number++) {
            var visitor = new Browser(port);
            var organization = "Org" + number;
            visitor.get("/welcome?code=" + code);
            visits.add(() -> create(visitor, code, organization));
        }

        try (var executor = Executors.newFixedThreadPool(visits.size())) {
            for (Future<Browser.Page> done : executor.invokeAll(visits)) {
                assertThat(done.get().status()).isIn(303, 200);
            }
        }

        assertThat(jdbc.sql("select count(*) from account").query(Long.class).single())
                .isEqualTo(1);
    }

    private static Browser.Page create(Browser browser, String code, String organization) {
        return browser.post(
                "/welcome",
                "code",
                code,
                "name",
                "Ada",
                "email",
                "ada@" + organization.toLowerCase(java.util.Locale.ROOT) + ".example",
                "password",
                Tenants.PASSWORD,
                "organization",
                organization,
                "age",
                "true");
    }
}
