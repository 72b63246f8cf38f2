package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From the first passkey to coming back without it. */
@JourneyTest
class PasskeyIT {
    private static final String ADA = "ada@acme.example";
    private static final String PASSWORD = "three quiet otters";
    private static final String WITHOUT_SUGGESTIONS =
            "PublicKeyCredential.isConditionalMediationAvailable = async () => false";

    @AutoClose private final RunningTaros taros = start();

    @Test
    void leadsFromTheFirstPasskeyToComingBackWithoutIt(Person ada, Person old) throws Exception {
        isNotOfferedWhereABrowserKnowsNone(old);
        var device = Authenticator.of(ada);
        enrols(ada, device);

        // Among what the browser suggests for the e-mail; this one takes the suggestion at once.
        ada.page.locator(".rail-foot summary").click();
        ada.presses("Sign out");
        isIn(ada);

        ada.context.addInitScript(WITHOUT_SUGGESTIONS);
        signsOut(ada);
        assertThat(ada.graveFindings()).isEmpty();
        ada.presses("Sign in with a passkey");
        isIn(ada);

        var codes = renewsCodes(ada);
        comesBackWithoutIt(ada, device, codes.getFirst());
        ada.complaints.forgive("422 (Unprocessable");
    }

    /** What nobody can use is not offered, and the rest of the page works as ever. */
    private void isNotOfferedWhereABrowserKnowsNone(Person old) {
        old.context.addInitScript("delete window.PublicKeyCredential");
        old.visits(taros.url() + "/sign-in");
        assertThat(old.button("Sign in with a passkey")).isHidden();
        signsIn(old);
        security(old).presses("Add a passkey").seesHeading("Add a passkey");
        old.sees("This browser or device cannot use passkeys here");
        assertThat(old.button("Create passkey")).isDisabled();
    }

    /** The first finger is a wrong one; later there is one already. */
    private void enrols(Person ada, Authenticator device) {
        signsIn(ada);
        security(ada).sees("None yet").presses("Add a passkey").seesHeading("Add a passkey");
        device.recognises(false);
        ada.writes("Name", "Ada’s laptop").presses("Create passkey");
        ada.sees("you or your device stopped it");
        assertThat(ada.graveFindings()).isEmpty();
        device.recognises(true);
        ada.presses("Create passkey").seesHeading("Recovery codes");
        ada.follows("I have kept them").sees("Ada’s laptop").sees("This device only");
        assertThat(ada.graveFindings()).isEmpty();
        assertThat(device.passkeys()).isEqualTo(1);

        ada.presses("Add a passkey").seesHeading("Add a passkey");
        ada.presses("Create passkey").sees("has a passkey for this account already");
    }

    /** The password alone is not enough any more; with a recovery code it is. */
    private void comesBackWithoutIt(Person ada, Authenticator device, String code) {
        signsOut(ada);
        device.isLost();
        ada.writes("E-mail", ADA).writes("Password", PASSWORD).presses("Sign in");
        ada.seesHeading("One more step").sees("Use your passkey");
        assertThat(ada.graveFindings()).isEmpty();
        ada.writes("Recovery code", code).presses("Sign in");
        isIn(ada);
        security(ada).sees("7 recovery codes are left");
        ada.page.getByLabel("Remove Ada’s laptop").click();
        ada.presses("Remove passkey").sees("None yet");

        signsOut(ada);
        signsIn(ada);
    }

    /** What was about to be done goes on by itself. */
    private List<String> renewsCodes(Person ada) throws Exception {
        security(ada);
        letTimePass();
        ada.presses("New recovery codes").seesHeading("Is it still you?");
        assertThat(ada.graveFindings()).isEmpty();
        ada.presses("Prove it with your passkey").seesHeading("Recovery codes");
        return List.of(ada.page.locator(".code code").textContent().split("\n"));
    }

    private void signsIn(Person ada) {
        ada.visits(taros.url() + "/sign-in");
        ada.writes("E-mail", ADA).writes("Password", PASSWORD).presses("Sign in");
        isIn(ada);
    }

    private void signsOut(Person ada) {
        ada.page.locator(".rail-foot summary").click();
        ada.presses("Sign out").seesHeading("Sign in");
    }

    private static void isIn(Person ada) {
        ada.page.locator(".rail-foot summary").waitFor();
    }

    private Person security(Person ada) {
        return ada.visits(taros.url() + "/account/security");
    }

    /** Ten minutes since anybody proved who they are. */
    private void letTimePass() throws Exception {
        var postgres = taros.data().resolve("postgres");
        var port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
        var password = Files.readString(postgres.resolve("password")).strip();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/taros",
                                "postgres",
                                password);
                var statement = connection.createStatement()) {
            statement.execute(
                    "delete from spring_session_attributes where attribute_name = 'proven'");
        }
    }

    private static RunningTaros start() {
        var data = TestInstallation.freshDirectory().toAbsolutePath();
        RunningTaros.setUp(data);
        return RunningTaros.start(data, "--taros.database.embedded-durable=false");
    }
}
