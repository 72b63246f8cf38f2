package io.taros.contact;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.organization.Tenants;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-43: what somebody writes by the form reaches the operator's mailbox. */
@AccountTest
class ContactMailTest {
    private static final String OPERATOR = "privacy@tidewater.example";

    private final Tenants tenants;
    private final ContactMessages messages;
    private final TellingOfContact telling;
    private final CrossOrganization everything;
    private final Browser anybody;

    ContactMailTest(
            Tenants tenants,
            ContactMessages messages,
            TellingOfContact telling,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.messages = messages;
        this.telling = telling;
        this.everything = everything;
        anybody = new Browser(port);
    }

    @BeforeEach
    void nobodyHasWrittenYet() {
        MAIL.empty();
        tenants.open("Acme");
    }

    @Test
    void reachesTheOperatorAndIsAnsweredToWhoeverWrote() throws Exception {
        assertThat(anybody.get("/contact").body())
                .contains("goes to Tidewater Hosting ApS")
                .doesNotContain("Nobody is told");

        write(anybody, "Ada <b> Lund", "Two questions:\r\n\r\none {0} and 'two'.");

        var letter = MAIL.get(OPERATOR, "Ada <b> Lund wrote to you");
        assertThat(letter.text().replace("\r\n", "\n"))
                .contains("Two questions:\n\none {0} and 'two'.", "ada@tidewater.example");
        assertThat(letter.link()).startsWith("/staff/messages/");
        assertThat(letter.mail().getReplyTo())
                .containsExactly(new InternetAddress("ada@tidewater.example"));
        assertThat(letter.mail().getFrom()[0].toString())
                .contains("Ada <b> Lund (contact form)", "<taros@fjord.example>");
        assertThat(anybody.get("/contact/sent").body()).contains("on its way by mail");
        eventually(() -> assertThat(messages.listOpen(null, 1).getFirst().toldAt()).isNotNull());
    }

    @Test
    void speaksTheLanguageItWasWrittenIn() {
        write(anybody.speaking("da"), "Åse", "Er der nogen hjemme hos jer?");

        assertThat(MAIL.get(OPERATOR, "Åse har skrevet til dig").text())
                .contains("Er der nogen hjemme hos jer?", "12 måneder");
    }

    @Test
    void isSentOnceAndNotAtAllOnceItIsErased() {
        write(anybody, "Ada", "Is anybody there?");
        MAIL.get(OPERATOR, "Ada wrote to you");
        eventually(() -> assertThat(messages.listOpen(null, 1).getFirst().toldAt()).isNotNull());
        var id = messages.listOpen(null, 1).getFirst().id();

        telling.handle(new TellOfContact(id));
        assertThat(MAIL.all(OPERATOR)).hasSize(1);

        everything.inTransaction(
                jdbc -> jdbc.sql("update contact_message set told_at = null").update());
        everything.inTransaction(jdbc -> jdbc.sql("delete from contact_message").update());
        telling.handle(new TellOfContact(id));
        assertThat(MAIL.all(OPERATOR)).hasSize(1);
        assertThat(messages.listOpen(null, 1)).isEqualTo(List.of());
    }

    private static void write(Browser browser, String name, String text) {
        browser.get("/contact");
        assertThat(
                        browser.post(
                                        "/contact",
                                        "name",
                                        name,
                                        "email",
                                        "ada@tidewater.example",
                                        "text",
                                        text)
                                .status())
                .isEqualTo(303);
    }
}
