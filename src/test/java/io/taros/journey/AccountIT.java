package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.taros.testing.Mailbox;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From registering to coming back without the phone. */
@JourneyTest
class AccountIT {
    private static final String FREJA = "freja@loom.example";
    private static final String PASSWORD = "seven patient herons";

    private final Mailbox mail = new Mailbox();
    @AutoClose private final RunningTaros taros = openToAll(mail);

    @Test
    void leadsFromRegisteringToComingBackWithoutThePhone(Person freja) throws Exception {
        registers(freja);
        freja.seesHeading("Organisations").writes("Name", "Loom").presses("Create organisation");
        freja.seesHeading("What is your website?");

        freja.visits(taros.url() + "/account/security");
        assertThat(freja.graveFindings()).isEmpty();
        freja.presses("Set it up").seesHeading("Set up the authenticator app");
        assertThat(freja.graveFindings()).isEmpty();
        var secret = freja.page.locator(".code code").textContent().replace(" ", "");
        freja.writes("Code", code(secret, 0)).presses("Switch on");
        freja.seesHeading("Recovery codes");
        var recovery = List.of(freja.page.locator(".code code").textContent().split("\n"));
        freja.follows("I have kept them").sees("8 recovery codes are left");

        signsOutAndIn(freja);
        freja.writes("Code", code(secret, 1)).presses("Sign in");
        freja.seesHeading("What is your website?");

        signsOutAndIn(freja);
        freja.writes("Code", recovery.getFirst()).presses("Sign in");
        freja.seesHeading("What is your website?");
        freja.visits(taros.url() + "/account/security").sees("7 recovery codes are left");
        mail.get(FREJA, "A recovery code was used");
    }

    private void registers(Person freja) {
        freja.visits(taros.url() + "/register").seesHeading("Create an account");
        assertThat(freja.graveFindings()).isEmpty();
        freja.writes("Your name", "Freja").writes("E-mail", FREJA);
        freja.page.getByLabel("Password").click();
        freja.types("passwordpassword").sees("Among the first anybody would try");
        freja.writes("Password", PASSWORD);
        freja.ticks("I am 16 or older.").ticks("I agree to the terms of use");
        freja.presses("Send me the link").seesHeading("Look in your mailbox");
        freja.visits(taros.url() + mail.get(FREJA, "Confirm your address").link());
        freja.seesHeading("Your address is confirmed");
        assertThat(freja.graveFindings()).isEmpty();
        freja.writes("Password", PASSWORD).presses("Open my account");
    }

    private void signsOutAndIn(Person freja) {
        freja.page.locator(".rail-foot summary").click();
        freja.presses("Sign out").seesHeading("Sign in");
        freja.writes("E-mail", FREJA).writes("Password", PASSWORD).presses("Sign in");
        freja.seesHeading("One more step");
    }

    private static String code(String secret, int later) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(Base32.decode(secret), "HmacSHA1"),
                        Instant.now().plusSeconds(30L * later));
    }

    static RunningTaros openToAll(Mailbox mail) {
        mail.start();
        var data = TestInstallation.freshDirectory().toAbsolutePath();
        RunningTaros.setUp(data);
        return RunningTaros.start(
                data,
                "--taros.database.embedded-durable=false",
                "--taros.base-url=" + Mailbox.BASE,
                "--taros.mail.host=127.0.0.1",
                "--taros.mail.port=" + mail.port(),
                "--taros.mail.from=taros@fjord.example",
                "--taros.accounts.registration=open",
                "--taros.accounts.terms=https://fjord.example/terms",
                "--taros.accounts.privacy=https://fjord.example/privacy");
    }
}
