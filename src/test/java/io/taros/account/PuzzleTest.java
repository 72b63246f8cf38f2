package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import io.taros.testing.PuzzleSolver;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-24, P-34: a program that tries passwords works for each of them; somebody who mistyped does not
 * notice.
 */
@TarosTest
class PuzzleTest {
    private static final String OWNER = "owner@acme.example";
    private static final String WRONG = "four noisy otters";

    private final Tenants tenants;
    private final int port;
    private final Browser browser;

    PuzzleTest(Tenants tenants, @LocalServerPort int port) {
        this.tenants = tenants;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void acmeIsHere() {
        tenants.open("Acme");
    }

    @Test
    void isAskedOfWhoeverFailedThreeTimesForAnEmail() {
        for (var times = 0; times < 2; times++) {
            assertThat(browser.signIn(OWNER, WRONG).body()).doesNotContain("data-puzzle");
        }
        var third = browser.signIn(OWNER, WRONG);
        assertThat(third.body()).contains("data-puzzle", "JavaScript");

        var unsolved = browser.post("/sign-in", "email", OWNER, "password", Tenants.PASSWORD);
        assertThat(unsolved.status()).isEqualTo(422);
        assertThat(unsolved.body()).contains("no program is trying passwords");

        assertThat(send(browser, unsolved, Tenants.PASSWORD).header("Location")).isEqualTo("/home");
    }

    @Test
    void isGoodOnceAndInItsSessionAlone() {
        fail(browser, OWNER, 3);
        var page = browser.post("/sign-in", "email", OWNER, "password", WRONG);
        var solution = PuzzleSolver.solve(page.body());
        assertThat(post(browser, WRONG, solution).body()).contains("do not match");

        assertThat(post(browser, Tenants.PASSWORD, solution).status()).as("again").isEqualTo(422);
        var elsewhere = new Browser(port);
        elsewhere.signIn(OWNER, WRONG);
        assertThat(post(elsewhere, Tenants.PASSWORD, PuzzleSolver.solve(page.body())).status())
                .isEqualTo(422);
        assertThat(browser.get("/home").status()).isEqualTo(303);
    }

    @Test
    void takesNoSolutionThatIsNone() {
        fail(browser, OWNER, 3);
        var forged =
                Base64.getEncoder()
                        .encodeToString(
                                "{\"algorithm\":\"SHA-256\",\"challenge\":\"a\",\"number\":1,\"salt\":\"b\",\"signature\":\"c\"}"
                                        .getBytes(StandardCharsets.UTF_8));
        for (var wrong : new String[] {"", "x", "e30=", forged}) {
            browser.get("/sign-in");
            assertThat(post(browser, Tenants.PASSWORD, wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void tellsNothingOfWhoHasAnAccount() {
        fail(browser, "nobody@acme.example", 3);

        assertThat(browser.signIn("nobody@acme.example", WRONG).body()).contains("data-puzzle");
    }

    /** Others sign in from there as before until the address itself has failed too often. */
    @Test
    void isAskedOfAnAddressThatFailedFiveTimes() {
        for (var times = 0; times < 4; times++) {
            browser.signIn("nobody" + times + "@acme.example", WRONG);
        }
        assertThat(browser.get("/sign-in").body()).doesNotContain("data-puzzle");

        browser.signIn("nobody@acme.example", WRONG);

        var page = browser.get("/sign-in");
        assertThat(page.body()).contains("data-puzzle");
        assertThat(send(browser, page, Tenants.PASSWORD).header("Location")).isEqualTo("/home");
    }

    private static void fail(Browser browser, String email, int times) {
        for (var time = 0; time < times; time++) {
            browser.signIn(email, WRONG);
        }
    }

    private static Page send(Browser from, Page page, String password) {
        return post(from, password, PuzzleSolver.solve(page.body()));
    }

    private static Page post(Browser from, String password, String solution) {
        return from.post("/sign-in", "email", OWNER, "password", password, "solution", solution);
    }
}
