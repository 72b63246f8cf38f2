package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.testing.Browser;
import io.taros.testing.RoundTrips;
import io.taros.testing.TarosTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often signing in and the page behind it wait for the database: besides the hash, that is what
 * they take. Each may become fewer; whoever needs one more says here what for.
 */
@TarosTest
class SignInRoundTripsTest {
    private final Tenants tenants;
    private final RoundTrips trips;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;

    SignInRoundTripsTest(
            Tenants tenants, RoundTrips trips, JdbcClient jdbc, @LocalServerPort int port) {
        this.tenants = tenants;
        this.trips = trips;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    private Tenant acme;

    @BeforeEach
    void someoneIsHere() {
        acme = tenants.open("Acme");
    }

    /** Whether anybody is here, whether any provider is on, a session: it, its token, the end. */
    @Test
    void theFormTakesFive() {
        assertThat(trips.of(() -> browser.get("/sign-in"))).hasSizeLessThanOrEqualTo(5);
    }

    @Nested
    class SigningIn {
        /**
         * The session, the password, the second factor, the domain; the old session's end 2, the
         * browser 2; whose logs to write 4, the log 5; the new session 3.
         */
        @Test
        void fromAKnownBrowserTakesTwenty() {
            browser.signIn(acme.email(), Tenants.PASSWORD);
            browser.get("/home");
            browser.post("/sign-out");
            browser.get("/sign-in");

            assertThat(signingIn(browser)).hasSizeLessThanOrEqualTo(20);
        }

        /** Two more to have the mail about it written. */
        @Test
        void fromAnotherBrowserTakesTwentyTwo() {
            browser.signIn(acme.email(), Tenants.PASSWORD);
            var other = new Browser(port);
            other.get("/sign-in");

            assertThat(signingIn(other)).hasSizeLessThanOrEqualTo(22);
        }

        private List<List<String>> signingIn(Browser there) {
            return trips.of(() -> {
                var in =
                        there.post("/sign-in", "email", acme.email(), "password", Tenants.PASSWORD);
                assertThat(in.header("Location")).isEqualTo("/home");
                return in;
            });
        }
    }

    /** Of each as many and the same, or a clock would tell whose address is known here. */
    @Test
    void aWrongPasswordTakesWhatAnUnknownAddressDoes() {
        browser.get("/sign-in");
        var wrong = refused(acme.email());
        var unknown = refused("nobody@acme.example");

        assertThat(unknown).isEqualTo(wrong).isLessThanOrEqualTo(6);
    }

    private int refused(String email) {
        return trips.of(
                        () -> {
                            var out =
                                    browser.post(
                                            "/sign-in", "email", email, "password", "wrong enough");
                            assertThat(out.status()).isEqualTo(422);
                            return out;
                        })
                .size();
    }

    @Nested
    class ThePageBehindIt {
        @BeforeEach
        void someoneIsIn() {
            browser.signIn(acme.email(), Tenants.PASSWORD);
            browser.get("/home");
        }

        /** The session, who asks 3, what comes first 8; the rest is the page's. */
        @Test
        void takesTwentyNine() {
            assertThat(trips.of(() -> browser.get("/home"))).hasSizeLessThanOrEqualTo(29);
        }

        @Test
        void readsTheSessionOnceAndWritesNothing() {
            var before = rowVersion();

            browser.get("/home");

            assertThat(rowVersion()).isEqualTo(before);
        }

        @Test
        void writesWhenTheSessionWasUsedIfThatIsAMinuteOff() {
            jdbc.sql("update spring_session set last_access_time = last_access_time - 61000")
                    .update();
            var before = lastUsed();

            browser.get("/home");

            assertThat(lastUsed()).isGreaterThanOrEqualTo(before + 61_000);
        }

        private String rowVersion() {
            return jdbc.sql(
                            "select xmin::text from spring_session where principal_name is not null")
                    .query(String.class)
                    .single();
        }

        private long lastUsed() {
            return jdbc.sql(
                            "select last_access_time from spring_session where principal_name is not null")
                    .query(Long.class)
                    .single();
        }
    }
}
