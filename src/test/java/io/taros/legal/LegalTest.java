package io.taros.legal;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/**
 * P-03, P-05, P-21, P-22, P-39, P-41, P-42: what binds can be read, is of a version, and is signed.
 */
@TarosTest
class LegalTest {
    private static final String PAGE = "/settings/data-processing";
    private static final Pattern PDF = Pattern.compile(PAGE + "/[0-9a-f-]+\\.pdf");

    private final Tenants tenants;
    private final AuditLog log;
    private final MessageSource messages;
    private final CrossOrganization everything;
    private final Browser anybody;
    private final Browser owner;
    private final int port;
    private Tenants.Tenant acme;

    LegalTest(
            Tenants tenants,
            AuditLog log,
            MessageSource messages,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.log = log;
        this.messages = messages;
        this.everything = everything;
        this.port = port;
        anybody = new Browser(port);
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeSignsIn() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void showsAPolicyMadeOfWhatIsSwitchedOn() {
        assertThat(anybody.get("/legal/privacy").body())
                .contains(
                        "Version 1, last updated",
                        "Conversations with visitors",
                        "Messages: 90 days after the last word",
                        "taros-session",
                        "Nobody: as this installation is set up",
                        "Messages by the contact form: 365 days",
                        "href=\"/contact\"",
                        "/sub-processors")
                .as("not built yet")
                .doesNotContain("Job applications", "Credit transactions", "Invoices");
    }

    @Test
    void namesTheAuthoritiesCaliforniaAndTheAge() {
        assertThat(anybody.get("/legal/privacy").body())
                .contains(
                        "Datatilsynet",
                        "Information Commissioner",
                        "California Consumer Privacy Act",
                        "not for people under 16");
        assertThat(anybody.get("/legal/terms").body()).contains("You are 16 or older");
    }

    @Test
    void nameWhoeverRunsTheInstallation() {
        assertThat(anybody.get("/legal/terms").body())
                .contains("and Tidewater Hosting ApS, who runs this installation")
                .doesNotContain("has not said yet who they are");
    }

    @Test
    void speakOfSomebodyWhereTheOperatorIsNotKnown() throws IOException {
        var unknown = new LegalTexts(new OperatorSettings(null, null, null), messages);
        assertThat(unknown.isOperatorKnown()).isFalse();
        var paragraphs =
                unknown.latest(TextKind.PRIVACY, Locale.ENGLISH).blocks().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("\n"));
        assertThat(paragraphs)
                .contains("The operator of this installation is", "what the operator of this")
                .doesNotContain(". the operator", "=the operator");
    }

    @Test
    void knowsNoTextThatIsNotThere() {
        assertThat(anybody.get("/legal/privacy?version=99").status()).isEqualTo(404);
        assertThat(anybody.get("/legal/nonsense").status()).isEqualTo(404);
    }

    @Test
    void speaksOfProcessingAloneInTheAgreement() {
        assertThat(anybody.get("/legal/dpa").body())
                .contains("Conversations with visitors", "within 48 hours")
                .doesNotContain("Passwords:");
    }

    @Test
    void isSignedByAnOwnerAndKeptAsItWasRead() throws Exception {
        assertThat(owner.get(PAGE).body()).contains("Nothing is signed yet.");

        owner.post(
                PAGE, "signer", "Åse Ærø", "title", "Director", "version", "1", "agreed", "true");

        var page = owner.get(PAGE).body();
        assertThat(page).contains("Åse Ærø", "Director").doesNotContain("Sign it");
        var text = textOf(pdf(page));
        assertThat(text)
                .contains(
                        "Data processing agreement",
                        "Signed by Åse Ærø, Director",
                        "For Acme, the controller.",
                        "Messages: 90 days after the last word");
        assertThat(
                        Tenancy.callAs(
                                        acme.organization(),
                                        () -> log.list(AuditLog.Filter.ALL, Long.MAX_VALUE, 1))
                                .getFirst()
                                .action())
                .isEqualTo("agreement.signed");
        assertThat(owner.get("/settings/audit-log").body()).contains("Version: 1");
        assertThat(stored()).doesNotContain("%PDF");
    }

    @Test
    void isNotSignedWithoutANameATitleAndAYes() {
        owner.get(PAGE);

        assertThat(owner.post(PAGE, "signer", " ", "title", "", "version", "1").body())
                .contains("Give your name");
        assertThat(owner.post(PAGE, "signer", "Åse", "title", "Director").body())
                .contains("Say that you agree", "value=\"Åse\"");
        assertThat(
                        owner.post(
                                        PAGE,
                                        "signer",
                                        "Åse",
                                        "title",
                                        "Director",
                                        "version",
                                        "0",
                                        "agreed",
                                        "true")
                                .body())
                .contains("The text changed while you read it");
        assertThat(owner.get(PAGE).body()).contains("Nothing is signed yet.");
    }

    @Test
    void isNothingForAdminsToSignNorForOthersToRead() {
        owner.get(PAGE);
        owner.post(PAGE, "signer", "Åse", "title", "Director", "version", "1", "agreed", "true");
        var file = address(owner.get(PAGE).body());
        var admin = new Browser(port);
        admin.signIn(tenants.member(acme.organization(), Role.ADMIN), Tenants.PASSWORD);
        var other = new Browser(port);
        other.signIn(tenants.open("Other").email(), Tenants.PASSWORD);

        assertThat(admin.get(PAGE).status()).isEqualTo(403);
        assertThat(admin.get(file).status()).isEqualTo(403);
        assertThat(other.get(file).status()).isEqualTo(404);
    }

    private static String address(String page) {
        var found = PDF.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private byte[] pdf(String page) throws Exception {
        return HttpClient.newBuilder()
                .cookieHandler(owner.cookies())
                .build()
                .send(
                        HttpRequest.newBuilder(owner.at(address(page))).build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private static String textOf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String stored() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select encode(sealed_pdf, 'escape') from agreement")
                        .query(String.class)
                        .single());
    }
}
