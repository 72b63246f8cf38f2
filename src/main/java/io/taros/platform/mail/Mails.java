package io.taros.platform.mail;

import io.taros.platform.egress.Egress;
import io.taros.platform.egress.OutboundCall;
import io.taros.platform.egress.Purpose;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hands mail to the server of the settings, which is trusted to deliver it. Set up with the first
 * mail: most starts never send one.
 */
public final class Mails {
    private final MailSettings settings;
    private final Egress egress;
    private final SingletonSupplier<JavaMailSender> sender;

    Mails(MailSettings settings, Egress egress) {
        this.settings = settings;
        this.egress = egress;
        sender = SingletonSupplier.of(this::open);
    }

    /** Whether this installation sends mail at all. */
    public boolean isOn() {
        return settings.host() != null;
    }

    /** Taken by the server when this returns; in a job, never in a transaction. */
    public void send(Mail mail) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction must not wait for a mail server");
        }
        try (var call = egress.begin(Purpose.MAIL, settings.host())) {
            send(mail, call);
        }
    }

    private void send(Mail mail, OutboundCall call) {
        var server = sender.obtain();
        try {
            var message = message(server, mail);
            call.sent(mail.text().length() + mail.html().length());
            server.send(message);
            call.answered();
        } catch (MailAuthenticationException refused) {
            throw new MailRefused(
                    "The mail server refused taros.mail.username with taros.mail.password.");
        } catch (MailException failed) {
            throw refusal(failed);
        } catch (MessagingException malformed) {
            throw new MailRefused("The mail could not be written: an address is malformed.");
        }
    }

    private MimeMessage message(JavaMailSender server, Mail mail) throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        var ours = InternetAddress.parse(Objects.requireNonNull(settings.from()), true)[0];
        var from = from(mail.sender(), ours);
        helper.setFrom(from);
        if (mail.sender() != null && mail.sender().email() != null) {
            helper.setReplyTo(new InternetAddress(mail.sender().email(), true));
        }
        helper.setTo(new InternetAddress(mail.to(), true));
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", messageId(mail.id(), from));
        if (mail.thread() != null) {
            follow(mail.thread(), from, message);
        }
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        // Or absent readers answer it by machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Programs that show mails by thread put it where it belongs. */
    private static void follow(Mail.Thread thread, InternetAddress from, MimeMessage message)
            throws MessagingException {
        if (thread.replyTo() != null) {
            message.setReplyTo(new Address[] {new InternetAddress(thread.replyTo(), true)});
        }
        if (!thread.earlier().isEmpty()) {
            var earlier = thread.earlier().stream().map(id -> messageId(id, from)).toList();
            message.setHeader("In-Reply-To", earlier.getLast());
            message.setHeader("References", String.join(" ", earlier));
        }
        message.setHeader("X-Auto-Response-Suppress", "All");
    }

    private static String messageId(String id, InternetAddress from) {
        return "<" + id + "@" + domain(from) + ">";
    }

    /** Another's name on the address of the settings, unless they proved one of their own. */
    private static InternetAddress from(@Nullable Sender sender, InternetAddress ours)
            throws MessagingException {
        if (sender == null) {
            return ours;
        }
        var address =
                sender.isFrom() && sender.email() != null
                        ? new InternetAddress(sender.email(), true)
                        : (InternetAddress) ours.clone();
        try {
            address.setPersonal(sender.name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private JavaMailSender open() {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setUsername(settings.username());
        server.setPassword(settings.password());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        server.setJavaMailProperties(properties());
        return server;
    }

    private Properties properties() {
        var properties = new Properties();
        var patience = String.valueOf(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put(
                        "mail.smtp.starttls.required", String.valueOf(!settings.isThisMachine()));
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case OFF -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private MailRefused refusal(MailException failed) {
        var offline = cause(failed, IOException.class);
        return new MailRefused(
                offline == null
                        ? "The mail server %s took no mail: %s."
                                .formatted(settings.host(), nameOf(failed))
                        : "The mail server %s at port %d could not be reached: %s."
                                .formatted(settings.host(), settings.port(), nameOf(offline)));
    }

    private static String nameOf(Throwable failure) {
        var last = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return last.getClass().getSimpleName();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
