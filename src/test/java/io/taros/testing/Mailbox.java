package io.taros.testing;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** A mail server that keeps what it is given, and those who read there. */
public final class Mailbox {
    public static final String BASE = "http://taros.example";
    private static final Pattern LINK = Pattern.compile(BASE + "(/\\S+)");

    /** What a reader sees of a mail. */
    public record Letter(String subject, String text, MimeMessage mail) {
        /** The path of its link. */
        public String link() {
            var found = LINK.matcher(text);
            assertThat(found.find()).as(text).isTrue();
            return found.group(1);
        }
    }

    /** Where answers arrive, whatever stands behind a plus sign. */
    public static final String REPLIES = "reply@fjord.example";

    public static final String REPLIES_USER = "reply";
    public static final String REPLIES_PASSWORD = "four patient herons";

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                    });

    public synchronized void start() {
        if (!server.isRunning()) {
            server.start();
            server.setUser(REPLIES, REPLIES_USER, REPLIES_PASSWORD);
        }
    }

    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Brings a mail to the mailbox of answers, over SMTP. */
    public void answer(byte[] raw) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port()));
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(raw)),
                    new Address[] {new InternetAddress(REPLIES)});
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** How many lie in the mailbox of answers. */
    public int answers() {
        try {
            return server.getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUserByEmail(REPLIES))
                    .getMessageCount();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Letter> all(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .map(Mailbox::read)
                .toList();
    }

    /** The latest with this subject; waits for it. */
    public Letter get(String address, String subject) {
        eventually(() -> assertThat(all(address)).extracting(Letter::subject).contains(subject));
        return all(address).stream()
                .filter(letter -> letter.subject().equals(subject))
                .toList()
                .getLast();
    }

    private static Letter read(MimeMessage mail) {
        try {
            var mixed = (MimeMultipart) mail.getContent();
            var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
            var both = (MimeMultipart) related.getBodyPart(0).getContent();
            return new Letter(mail.getSubject(), both.getBodyPart(0).getContent().toString(), mail);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recipients(MimeMessage mail) {
        try {
            return GreenMailUtil.getAddressList(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
