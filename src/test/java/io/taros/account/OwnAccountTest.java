package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.Mailbox.Letter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-39: password, address, sessions and profile, changed by their owner. */
@AccountTest
class OwnAccountTest {
    private static final String FRESH = "seven patient herons";
    private static final String NEW = "freja@loom.example";

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private Tenants.Tenant acme;

    OwnAccountTest(Tenants tenants, JdbcClient jdbc, @LocalServerPort int port) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void signIn() {
        MAIL.empty();
        acme = tenants.open("Acme");
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/account");
    }

    @Test
    void changesThePasswordForWhoeverKnowsTheCurrentOne() {
        var elsewhere = new Browser(port);
        elsewhere.signIn(acme.email(), Tenants.PASSWORD);

        assertThat(password("not the current one", FRESH).status()).isEqualTo(422);
        assertThat(password(Tenants.PASSWORD, "passwordpassword").status()).isEqualTo(422);
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);
        var before = session();
        assertThat(password(Tenants.PASSWORD, FRESH).status()).isEqualTo(303);

        assertThat(browser.get("/account").status()).as("stays signed in").isEqualTo(200);
        assertThat(session()).isNotEqualTo(before);
        assertThat(elsewhere.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(new Browser(port).signIn(acme.email(), FRESH).status()).isEqualTo(303);
        MAIL.get(acme.email(), "Your password was changed");
    }

    /** Asked for while typing, answered after the form was sent. */
    @Test
    void leavesTheNewSessionAloneWhenTheMeterAnswersLate() {
        var old = session();
        password(Tenants.PASSWORD, FRESH);

        var late =
                browser.send(
                        HttpRequest.newBuilder(browser.at("/password-strength"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", "taros-session=" + old)
                                .POST(BodyPublishers.ofString("password=seven+patient&_csrf=old"))
                                .build());

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.header("Set-Cookie")).isEmpty();
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void limitsGuessesAtTheCurrentPassword() {
        for (var i = 0; i < 10; i++) {
            assertThat(password("guess number " + i, FRESH).status()).isEqualTo(422);
        }

        assertThat(password(Tenants.PASSWORD, FRESH).status()).isEqualTo(429);
    }

    @Test
    void changesTheAddressOnceTheNewOneIsProvenAndTellsTheOldOne() {
        assertThat(browser.post("/account/address", "email", NEW).status()).isEqualTo(303);
        assertThat(browser.get("/account").body()).contains("We sent a link to " + NEW);
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).status())
                .isEqualTo(303);

        var reader = new Browser(port);
        assertThat(follow(reader, MAIL.get(NEW, "Confirm your new address")).body())
                .contains("Your address is changed");

        assertThat(new Browser(port).signIn(NEW, Tenants.PASSWORD).status()).isEqualTo(303);
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).status())
                .isEqualTo(422);
        var told = MAIL.get(acme.email(), "The address of your account was changed");

        assertThat(follow(new Browser(port), told).body()).contains("Your old address is back");
        isAskedForANewPassword();
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(follow(new Browser(port), told).body()).contains("does not work any more");
    }

    /** Otherwise whoever wants a stranger's address has only to wait for the stranger's click. */
    @Test
    void changesNoAddressForAStrangerWhoPressesTheButton() {
        browser.post("/account/address", "email", NEW);
        var link = MAIL.get(NEW, "Confirm your new address").link();
        var token = link.substring(link.indexOf('=') + 1);
        var stranger = new Browser(port);
        stranger.get("/forgotten");
        assertThat(stranger.get(link).body()).contains("it was you who asked");

        var refused = stranger.post("/account-address", "token", token, "password", "a guess");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not the password of the account");
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).status())
                .isEqualTo(303);
        // Whoever is signed in to it needs none.
        browser.get(link);
        assertThat(browser.post("/account-address", "token", token).body())
                .contains("Your address is changed");
    }

    /** Whoever had the old password may have asked for it. */
    @Test
    void forgetsAnAddressThatWasWantedBeforeThePasswordChanged() {
        browser.post("/account/address", "email", NEW);
        var letter = MAIL.get(NEW, "Confirm your new address");

        assertThat(password(Tenants.PASSWORD, FRESH).status()).isEqualTo(303);

        assertThat(follow(new Browser(port), letter).body()).contains("does not work any more");
        assertThat(new Browser(port).signIn(acme.email(), FRESH).status()).isEqualTo(303);
    }

    /**
     * Whoever stole the account moves it on, twice; the first owner still gets it back for good.
     */
    @Test
    void givesTheFirstAddressBackWhateverCameAfter() {
        browser.post("/account/address", "email", NEW);
        follow(new Browser(port), MAIL.get(NEW, "Confirm your new address"));
        var owners = MAIL.get(acme.email(), "The address of your account was changed");
        browser.get("/account");
        browser.post("/account/address", "email", "far@away.example");
        follow(new Browser(port), MAIL.get("far@away.example", "Confirm your new address"));
        var thiefs = MAIL.get(NEW, "The address of your account was changed");

        follow(new Browser(port), owners);

        assertThat(follow(new Browser(port), thiefs).body()).contains("does not work any more");
        isAskedForANewPassword();
    }

    /** The thief may know the old one: it opens nothing, and the mail lets the owner choose. */
    private void isAskedForANewPassword() {
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).status())
                .isEqualTo(422);
        var link = MAIL.get(acme.email(), "Choose a new password").link();
        var reader = new Browser(port);
        reader.get(link);
        var token = link.substring(link.indexOf('=') + 1);
        reader.post("/reset", "token", token, "password", FRESH);
        assertThat(new Browser(port).signIn(acme.email(), FRESH).status()).isEqualTo(303);
    }

    @Test
    void leavesTheThiefNoOtherWayIn() {
        browser.post("/account/address", "email", NEW);
        follow(new Browser(port), MAIL.get(NEW, "Confirm your new address"));
        var owners = MAIL.get(acme.email(), "The address of your account was changed");
        jdbc.sql(
                        """
                        insert into account_identity (id, account_id, provider, issuer, subject, label, linked_at)
                        values (gen_random_uuid(), :id, 'google', 'https://google.example', 'thief', 'thief', now());
                        """)
                .param("id", acme.owner())
                .update();
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at, confirmed_at)
                        values (:id, 'x', 0, now(), now())
                        """)
                .param("id", acme.owner())
                .update();

        jdbc.sql(
                        """
                        insert into account_passkey (id, account_id, credential_id, public_key, counter, syncable, synced,
                            name, created_at)
                        values (gen_random_uuid(), :id, uuid_send(gen_random_uuid()), 'x', 0, false, false, 'x', now())
                        """)
                .param("id", acme.owner())
                .update();

        follow(new Browser(port), owners);

        for (var table :
                List.of(
                        "account_identity",
                        "account_totp",
                        "account_passkey",
                        "account_password")) {
            assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void saysNothingOfAnAddressThatSomebodyElseHas() {
        var globex = tenants.open("Globex");

        var taken = browser.post("/account/address", "email", globex.email());
        browser.get("/account");
        var free = browser.post("/account/address", "email", NEW);

        assertThat(taken.status()).isEqualTo(free.status());
        MAIL.get(NEW, "Confirm your new address");
        assertThat(MAIL.all(globex.email())).isEmpty();
    }

    @Test
    void listsSessionsAndEndsOne() {
        var phone = new Browser(port);
        signInFrom(phone, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1");

        var page = browser.get("/account/sessions").body();
        assertThat(page).contains("Safari · iPhone", "This one");
        assertThat(page).doesNotContain(session());
        var handle = Pattern.compile("sessions/([0-9a-f-]{36})/end").matcher(page);
        assertThat(handle.find()).isTrue();
        browser.post("/account/sessions/" + handle.group(1) + "/end");

        assertThat(phone.get("/account").header("Location")).isEqualTo("/sign-in");
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void endsNoSessionOfSomebodyElse() {
        var page = twoSessions();
        var handle = Pattern.compile("sessions/([0-9a-f-]{36})/end").matcher(page);
        assertThat(handle.find()).isTrue();
        var globex = new Browser(port);
        globex.signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        globex.get("/account");

        globex.post("/account/sessions/" + handle.group(1) + "/end");

        assertThat(browser.get("/account/sessions").body()).contains(handle.group(1));
    }

    @Test
    void signsOutEverywhereElse() {
        twoSessions();

        browser.post("/account/sessions/end-others");

        assertThat(browser.get("/account/sessions").body()).doesNotContain("/end\"");
    }

    private String twoSessions() {
        new Browser(port).signIn(acme.email(), Tenants.PASSWORD);
        return browser.get("/account/sessions").body();
    }

    @Test
    void mailsTheOwnerWhenANewBrowserSignsIn() {
        browser.post("/sign-out");
        browser.signIn(acme.email(), Tenants.PASSWORD);

        signInFrom(new Browser(port), "Mozilla/5.0 (Windows NT 10.0) Chrome/149.0 Edg/149.0");

        assertThat(MAIL.get(acme.email(), "New sign-in to your account").text())
                .contains("Edge · Windows");
        assertThat(MAIL.all(acme.email()))
                .filteredOn(letter -> letter.subject().startsWith("New sign-in"))
                .hasSize(1);
    }

    /** A9, A10: trying passwords keeps strangers waiting, not the owner at a known browser. */
    @Test
    void keepsTheOwnersBrowserOpenWhileStrangersTryPasswords() {
        browser.post("/sign-out");
        for (var i = 0; i < 10; i++) {
            new Browser(port).signIn(acme.email(), "wrong number " + i);
        }
        assertThat(new Browser(port).signIn(acme.email(), Tenants.PASSWORD).status())
                .isEqualTo(429);

        assertThat(browser.signIn(acme.email(), Tenants.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void keepsTheProfile() {
        var saved =
                browser.post(
                        "/account",
                        "name",
                        "Freja",
                        "language",
                        "da",
                        "timeZone",
                        "Europe/Copenhagen",
                        "theme",
                        "DARK");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(browser.get("/account").body())
                .contains("data-theme=\"dark\"", "<html lang=\"da\"", "value=\"Freja\"")
                .contains("value=\"Europe/Copenhagen\" selected");
        assertThat(browser.post("/account", "name", "", "language", "da").status()).isEqualTo(422);
        assertThat(browser.post("/account", "name", "F", "language", "xx").status()).isEqualTo(422);
        assertThat(
                        browser.post(
                                        "/account",
                                        "name",
                                        "F",
                                        "language",
                                        "en",
                                        "timeZone",
                                        "Mars/Olympus")
                                .status())
                .isEqualTo(422);
    }

    /** An organization's clock where the reader chose none. */
    @Test
    void tellsTimesByTheClockOfTheReader() {
        assertThat(browser.get("/account/sessions").body()).containsPattern("title=\"[^\"]+ UTC\"");

        browser.post("/account", "name", "F", "language", "en", "timeZone", "Asia/Tokyo");

        assertThat(browser.get("/account/sessions").body())
                .contains(" JST\"")
                .doesNotContain(" UTC\"");
    }

    @Test
    void refusesEveryChangeWithoutTheTokenOfItsForm() {
        for (var path :
                new String[] {
                    "/account",
                    "/account/address",
                    "/account/password",
                    "/account/news",
                    "/account/proof",
                    "/account/passkeys",
                    "/account/passkeys/enrolment",
                    "/account/second-factor",
                    "/account/second-factor/enrolment",
                    "/account/second-factor/removal",
                    "/account/second-factor/recovery-codes",
                    "/account/sessions/end-others"
                }) {
            assertThat(browser.postWithoutToken(path).status()).as(path).isEqualTo(403);
        }
    }

    private Browser.Page password(String current, String fresh) {
        browser.get("/account/security");
        return browser.post("/account/password", "current", current, "password", fresh);
    }

    private static Browser.Page follow(Browser reader, Letter letter) {
        var link = letter.link();
        reader.get("/forgotten");
        reader.get(link);
        return reader.post(
                link.substring(0, link.indexOf('?')),
                "token",
                link.substring(link.indexOf('=') + 1),
                "password",
                Tenants.PASSWORD);
    }

    private void signInFrom(Browser device, String agent) {
        device.as(agent).signIn(acme.email(), Tenants.PASSWORD);
    }

    private String session() {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("taros-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
