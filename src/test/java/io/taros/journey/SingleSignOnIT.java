package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import io.taros.account.Providers;
import io.taros.testing.DnsServer;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From a record in the DNS to a colleague who was never invited. */
@JourneyTest
class SingleSignOnIT {
    private static final String OWNER = "ada@acme.example";
    private static final String PASSWORD = "three quiet otters";
    private static final String COLLEAGUE = "grace@acme.example";

    private final DnsServer dns = new DnsServer();
    private final Providers providers = new Providers();
    @AutoClose private final RunningTaros taros = start(dns);

    @Test
    void leadsFromARecordToAColleagueWhoWasNeverInvited(Person ada, Person grace) throws Exception {
        providers.start();
        ada.visits(taros.url() + "/sign-in");
        ada.writes("E-mail", OWNER).writes("Password", PASSWORD).presses("Sign in");
        ada.seesHeading("What is your website?");
        secondFactor(ada);
        domain(ada);
        provider(ada);

        providers.person("acme", "grace-there", Map.of("email", COLLEAGUE, "name", "Grace Hopper"));
        grace.visits(taros.url() + "/sign-in").follows("Sign in with single sign-on");
        grace.seesHeading("Single sign-on");
        assertThat(grace.graveFindings()).isEmpty();
        grace.writes("E-mail", COLLEAGUE).presses("Continue");
        grace.sees("Acme says that you are " + COLLEAGUE);
        assertThat(grace.graveFindings()).isEmpty();
        grace.ticks("I am 16 or older.").presses("Create account");
        grace.seesNoMore("Acme says that you are");
        grace.visits(taros.url() + "/organizations").sees("Acme");

        ada.visits(taros.url() + "/settings/members").sees("Grace Hopper").sees(COLLEAGUE);
        ada.visits(taros.url() + "/settings/audit-log")
                .sees("An address of a domain of yours")
                .sees("Use of single sign-on changed");
        assertThat(ada.graveFindings()).isEmpty();
    }

    private void secondFactor(Person ada) throws InvalidKeyException {
        ada.visits(taros.url() + "/account/security").presses("Set it up");
        ada.seesHeading("Set up the authenticator app");
        var secret = ada.page.locator(".code code").textContent().replace(" ", "");
        ada.writes("Code", code(secret)).presses("Switch on").seesHeading("Recovery codes");
    }

    private void domain(Person ada) {
        ada.visits(taros.url() + "/settings/domains").sees("No domain yet");
        assertThat(ada.graveFindings()).isEmpty();
        ada.writes("Domain", "acme.example").presses("Add domain");
        ada.seesHeading("acme.example").presses("Check now").sees("Record not found");
        assertThat(ada.graveFindings()).isEmpty();
        dns.set("acme.example", ada.page.locator(".code code").textContent());
        ada.presses("Check now").sees("Leave the record where it is");
        ada.page.getByLabel("They become").selectOption("AGENT");
        comesBack(ada, "/settings/domains", ada.button("Save"));
        assertThat(ada.page.getByLabel("They become")).hasValue("AGENT");
    }

    private void provider(Person ada) {
        ada.follows("Single sign-on").sees("Signs in people with an address of acme.example");
        ada.writes("Issuer", providers.url() + "/acme");
        ada.writes("Client ID", Providers.CLIENT).writes("Client secret", Providers.SECRET);
        ada.button("Save").first().click();
        ada.sees("Not tried since the last change");
        providers.person("acme", "ada-there", Map.of("email", OWNER));
        ada.follows("Try it").sees("It works");
        ada.page.locator("input[value=REQUIRED]").check();
        comesBack(ada, "/settings/single-sign-on", ada.button("Save").last());
        assertThat(ada.page.locator("input[value=REQUIRED]")).isChecked();
        assertThat(ada.graveFindings()).isEmpty();
    }

    /** What a form is answered with looks like the form: the page has to be there anew. */
    private static void comesBack(Person ada, String path, Locator button) {
        ada.page.waitForResponse(
                answer -> answer.url().endsWith(path) && answer.request().method().equals("GET"),
                button::click);
    }

    private static String code(String secret) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), Instant.now());
    }

    private static RunningTaros start(DnsServer dns) {
        var data = TestInstallation.freshDirectory().toAbsolutePath();
        RunningTaros.setUp(data);
        return RunningTaros.start(
                data,
                "--taros.database.embedded-durable=false",
                "--taros.dns.server=" + dns.address());
    }
}
