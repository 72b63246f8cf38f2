package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agency that runs an installation of its own: it opens a client under its name and hands it
 * over; from then on it comes in as staff alone, and only as long as the client lets it.
 */
@JourneyTest
class PartnerIT {
    private static final String ADA = "ada@acme.example";
    private static final String PASSWORD = "three quiet otters";
    private static final Pattern FJORD = Pattern.compile("· Fjord Chat$");
    private static final Pattern TAROS = Pattern.compile("· Taros$");

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    @AutoClose private final RunningTaros taros = ofAnAgency(data);

    @Test
    void leadsFromAClientUnderAnothersNameToAnAccessThatIsOver(Person ada, Person tide)
            throws Exception {
        signsIn(ada, ADA, PASSWORD);
        opensAClient(ada);
        brands(ada);
        ownsItByTheLink(tide, invitesItsOwner(ada));
        handsItOver(ada, tide);

        setsUpASecondFactor(ada);
        ada.page.locator(".rail-foot summary").click();
        ada.follows("Staff area").seesHeading("Organisations");
        ada.follows("Tidewater").seesHeading("Tidewater");
        assertThat(ada.button("Go in").count()).isZero();

        letsStaffInForAnHour(tide);

        ada.page.reload();
        ada.presses("Go in").sees("You are working in Tidewater as staff");
        ada.visits(taros.url() + "/inbox").seesHeading("Inbox");
        anHourPasses();
        ada.page.reload();
        ada.seesNoMore("You are working in Tidewater as staff");
        assertThat(ada.page.title()).doesNotContain("Tidewater");
        assertThat(ada.page.locator(".rail .brand").textContent()).contains("Acme");
        tide.visits(taros.url() + "/settings/audit-log").sees("Staff came in");
    }

    private void opensAClient(Person ada) {
        ada.follows("Clients").seesHeading("Clients");
        ada.writes("Name of the organisation", "Tidewater").presses("Open client");
        ada.seesHeading("Tidewater");
        assertThat(ada.graveFindings()).isEmpty();
    }

    /** Before it is saved, in both themes. */
    private static void seesIt(Locator preview) {
        assertThat(preview).containsText("too weak (1.1 : 1");
        for (var theme : List.of("light", "dark")) {
            var half = preview.locator(".brand-preview-" + theme);
            assertThat(half.locator("strong")).hasText("Fjord Chat");
            assertThat(half.locator(".brand-logo img"))
                    .hasAttribute("src", Pattern.compile("^blob:"));
        }
        assertThat(preview.locator(".brand-preview-dark .brand-preview-button"))
                .hasCSS("background-color", "rgb(255, 230, 0)");
    }

    private void brands(Person ada) throws IOException {
        ada.visits(taros.url() + "/partner").follows("Brand").seesHeading("Brand");
        assertThat(ada.graveFindings()).isEmpty();
        ada.writes("Product name", "Fjord Chat");
        ada.page.locator("#accent").fill("#ffe600");
        ada.page.setInputFiles("#file", new FilePayload("logo.png", "image/png", logo()));
        seesIt(ada.page.locator("taros-brand-preview"));
        ada.page.locator("form[action='/partner/brand'] .button-primary").click();
        assertThat(ada.page).hasURL(Pattern.compile("saved=true"));
        ada.seesHeading("This is how it looks").sees("too weak");
        assertThat(ada.graveFindings()).isEmpty();
        ada.follows("Domain").seesHeading("Domain");
        ada.writes("Domain", "chat.fjord.example").presses("Use this domain");
        ada.sees("_taros.chat.fjord.example");
        assertThat(ada.graveFindings()).isEmpty();
    }

    private String invitesItsOwner(Person ada) {
        ada.visits(taros.url() + "/partner").follows("Tidewater");
        ada.writes("E-mail", "tide@example.com").presses("Invite");
        return ada.page.locator(".secret-once code").textContent();
    }

    private void ownsItByTheLink(Person tide, String link) {
        tide.visits(link).seesHeading("Join Tidewater");
        assertThat(tide.page).hasTitle(FJORD);
        assertThat(tide.graveFindings()).isEmpty();
        tide.writes("Your name", "Tide").writes("Password", "seven patient herons");
        tide.ticks("I am 16 or older.").presses("Accept and join");
        tide.seesHeading("What is your website?");
        tide.visits(taros.url() + "/settings/partner").sees("Certified partner");
        assertThat(tide.page).hasTitle(FJORD);
        assertThat(tide.page.locator(".rail .brand-logo img")).hasJSProperty("complete", true);
        assertThat(
                        (Integer)
                                tide.page
                                        .locator(".rail .brand-logo img")
                                        .evaluate("img => img.naturalWidth"))
                .isPositive();
        assertThat(tide.graveFindings()).isEmpty();
    }

    private void handsItOver(Person ada, Person tide) {
        ada.visits(taros.url() + "/partner").follows("Tidewater");
        ada.page.getByText("End managing").locator("visible=true").last().click();
        ada.page.locator("form[action$='/handover'] button").click();
        ada.seesHeading("Clients").sees("No client yet");
        tide.visits(taros.url() + "/home");
        assertThat(tide.page).hasTitle(TAROS);
    }

    private void setsUpASecondFactor(Person ada) throws InvalidKeyException {
        ada.visits(taros.url() + "/account/security").presses("Set it up");
        var secret = ada.page.locator(".code code").textContent().replace(" ", "");
        ada.writes("Code", code(secret)).presses("Switch on").seesHeading("Recovery codes");
        ada.visits(taros.url() + "/home");
    }

    private void letsStaffInForAnHour(Person tide) {
        tide.visits(taros.url() + "/settings/staff-access");
        tide.ticks("One hour").presses("Let staff in").sees("Staff can look at what is in here");
    }

    private void signsIn(Person person, String email, String password) {
        person.visits(taros.url() + "/sign-in").writes("E-mail", email);
        person.writes("Password", password).presses("Sign in");
        person.page.locator(".rail").waitFor();
    }

    /** The clock of a packaged product cannot be moved; what it is compared with can. */
    private void anHourPasses() throws IOException, SQLException {
        var cluster = data.resolve("postgres");
        var port = Files.readAllLines(cluster.resolve("cluster/postmaster.pid")).get(3).strip();
        var password = Files.readString(cluster.resolve("password")).strip();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/taros",
                                "taros_owner",
                                password);
                var statement = connection.createStatement()) {
            statement.execute("alter table staff_access no force row level security");
            assertThat(
                            statement.executeUpdate(
                                    "update staff_access set expires_at = expires_at - interval '61 minutes'"))
                    .isEqualTo(1);
            statement.execute("alter table staff_access force row level security");
        }
    }

    private static byte[] logo() throws IOException {
        var image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x102040));
        pen.fillRoundRect(0, 0, 300, 100, 40, 40);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String code(String secret) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), Instant.now());
    }

    private static RunningTaros ofAnAgency(Path data) {
        var here = "--taros.data-dir=" + data;
        var setUp =
                RunningTaros.run(
                        "setup",
                        "--email",
                        ADA,
                        "--password",
                        PASSWORD,
                        "--organization",
                        "Acme",
                        here);
        done(setUp);
        var acme = JsonMapper.shared().readTree(setUp.lastLine()).path("organizationId").asString();
        done(RunningTaros.run("partner", "--organization", acme, here));
        done(RunningTaros.run("staff", "--email", ADA, "--role", "ADMINISTRATOR", here));
        return RunningTaros.start(data, "--taros.database.embedded-durable=false");
    }

    private static void done(RunningTaros.Finished command) {
        assertThat(command.exitCode()).as(command.err()).isZero();
    }
}
