package io.taros.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.taros.platform.StartRefused;
import io.taros.testing.RememberedCalls;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** P-20, P-34: against a mail server that speaks SMTP on a port. */
class MailsTest {
    private static final String HERE = "127.0.0.1";

    /** The same machine by a name that proves nothing. */
    private static final String ELSEWHERE = "127.1";

    private static final String TO = "ada@acme.example";

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP),
                        new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTPS)
                    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void carriesBothFormsAndWhereToStopIt() throws Exception {
        mails(HERE, Tls.STARTTLS).send(mail("Noget er skredet på Ærø"));

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        var message = received[0];
        assertThat(message.getSubject()).isEqualTo("Noget er skredet på Ærø");
        assertThat(message.getFrom()[0]).hasToString("Taros <taros@acme.example>");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://taros.example/stop>");
        assertThat(message.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("da");
        assertThat(message.getMessageID()).isEqualTo("<run.1@acme.example>");
        var whole = GreenMailUtil.getWholeMessage(message);
        assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
        assertThat(whole).contains("text/plain", "text/html", "multipart/alternative");
    }

    @Test
    void carriesAnothersNameOnOurAddressUntilTheirsIsProven() throws Exception {
        mails(HERE, Tls.STARTTLS).send(mail("Hej", new Sender("Fjord\r\nBcc: x@y.z", null, true)));

        var message = server.getReceivedMessages()[0];
        assertThat(message.getFrom()[0]).hasToString("\"Fjord Bcc: x@y.z\" <taros@acme.example>");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getReplyTo()[0]).isEqualTo(message.getFrom()[0]);
    }

    @Test
    void isAnsweredAtAProvenAddressAndSentFromItIfWanted() throws Exception {
        var mails = mails(HERE, Tls.STARTTLS);
        mails.send(mail("Hej", new Sender("Fjord", "help@fjord.example", false)));
        mails.send(mail("Hej", new Sender("Fjord", "help@fjord.example", true)));

        var ours = server.getReceivedMessages()[0];
        assertThat(ours.getFrom()[0]).hasToString("Fjord <taros@acme.example>");
        assertThat(ours.getReplyTo()[0]).hasToString("help@fjord.example");
        var theirs = server.getReceivedMessages()[1];
        assertThat(theirs.getFrom()[0]).hasToString("Fjord <help@fjord.example>");
    }

    @Test
    void keepsTheMailsOfAThreadTogether() throws Exception {
        var alone = mail("Hej", new Sender("Fjord", "help@fjord.example", false));
        var thread = new Mail.Thread("reply+1@fjord.example", List.of("run.0", "run.1"));
        mails(HERE, Tls.STARTTLS)
                .send(
                        new Mail(
                                "run.2",
                                TO,
                                alone.language(),
                                alone.subject(),
                                alone.text(),
                                alone.html(),
                                null,
                                alone.sender(),
                                thread));

        var message = server.getReceivedMessages()[0];
        assertThat(message.getReplyTo()).hasSize(1);
        assertThat(message.getReplyTo()[0]).hasToString("reply+1@fjord.example");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<run.1@acme.example>");
        assertThat(message.getHeader("References"))
                .containsExactly("<run.0@acme.example> <run.1@acme.example>");
    }

    @Test
    void letsNoLineBreakBeginAHeading() throws Exception {
        mails(HERE, Tls.STARTTLS).send(mail("Robin\r\nBcc: eve@evil.example"));

        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Robin Bcc: eve@evil.example");
        assertThat(message.getHeader("Bcc")).isNull();
    }

    @Test
    void speaksInTheClearWithThisMachineOrOnPurposeAlone() {
        assertThatThrownBy(() -> mails(ELSEWHERE, Tls.STARTTLS).send(mail("Secret")))
                .isInstanceOf(MailRefused.class)
                .hasMessageStartingWith("The mail server 127.1 took no mail");
        assertThat(server.getReceivedMessages()).isEmpty();

        mails(ELSEWHERE, Tls.OFF).send(mail("Open"));

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        var closed = settings(HERE, server.getSmtps().getPort(), Tls.IMPLICIT);

        assertThatThrownBy(() -> new Mails(closed, RememberedCalls.anyway()).send(mail("Secret")))
                .isInstanceOf(MailRefused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysWhyItFailedWithoutAnAddress() {
        var port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() ->
                        new Mails(settings(HERE, port, Tls.STARTTLS), RememberedCalls.anyway())
                                .send(mail("Hello")))
                .isInstanceOf(MailRefused.class)
                .hasNoCause()
                .hasMessage(
                        "The mail server 127.0.0.1 at port %d could not be reached: ConnectException."
                                .formatted(port));
    }

    @Test
    void keepsNoTransactionWaiting() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> mails(HERE, Tls.STARTTLS).send(mail("Hello")))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void isOffUntilItIsToldThroughWhom() {
        var unset = bound(Map.of("taros.mail.host", " "));
        assertThat(unset)
                .isEqualTo(
                        new MailSettings(
                                null, 587, null, null, null, Tls.STARTTLS, Duration.ofSeconds(10)));
        assertThat(new MailConfiguration().mails(unset, RememberedCalls.anyway()).isOn()).isFalse();

        var set =
                bound(
                        Map.of(
                                "taros.mail.host", "smtp.acme.example",
                                "taros.mail.port", "465",
                                "taros.mail.username", "taros",
                                "taros.mail.password", "secret",
                                "taros.mail.from", "taros@acme.example",
                                "taros.mail.tls", "implicit",
                                "taros.mail.timeout", "3s"));
        assertThat(set)
                .isEqualTo(
                        new MailSettings(
                                "smtp.acme.example",
                                465,
                                "taros",
                                "secret",
                                "taros@acme.example",
                                Tls.IMPLICIT,
                                Duration.ofSeconds(3)));
        assertThat(new MailConfiguration().mails(set, RememberedCalls.anyway()).isOn()).isTrue();
        var nameless = bound(Map.of("taros.mail.host", "smtp.acme.example"));
        assertThatThrownBy(() -> new MailConfiguration().mails(nameless, RememberedCalls.anyway()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("taros.mail.from");
    }

    private static MailSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("taros.mail", MailSettings.class);
    }

    private Mails mails(String host, Tls tls) {
        return new Mails(settings(host, server.getSmtp().getPort(), tls), RememberedCalls.anyway());
    }

    private static MailSettings settings(String host, int port, Tls tls) {
        return new MailSettings(
                host, port, null, null, "Taros <taros@acme.example>", tls, Duration.ofSeconds(5));
    }

    private static Mail mail(String subject) {
        return mail(subject, null);
    }

    private static Mail mail(String subject, Sender sender) {
        return new Mail(
                "run.1",
                TO,
                Locale.forLanguageTag("da"),
                subject,
                "Hej",
                "<p>Hej</p>",
                "https://taros.example/stop",
                sender);
    }
}
