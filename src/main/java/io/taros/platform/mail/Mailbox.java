package io.taros.platform.mail;

import io.taros.platform.egress.Egress;
import io.taros.platform.egress.OutboundCall;
import io.taros.platform.egress.Purpose;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Function;

/**
 * The mailbox of the settings. A mail is deleted there once its reader is done with it and not
 * before: whatever happens in between, it is read again.
 */
public final class Mailbox {
    /** The rest comes with the next look. */
    private static final int AT_ONCE = 50;

    /** Looked at in one go, those that have to wait among them. */
    private static final int MOST = 2_000;

    private final MailboxSettings settings;
    private final Egress egress;

    Mailbox(MailboxSettings settings, Egress egress) {
        this.settings = settings;
        this.egress = egress;
    }

    /** What its reader makes of a mail. */
    public enum Verdict {
        /** It has served and is deleted. */
        DONE,
        /** It stays, marked as read. */
        NOT_OURS,
        /** It stays as it is, for the next look. */
        LATER
    }

    public boolean isOn() {
        return settings.host() != null;
    }

    public Duration every() {
        return settings.every();
    }

    /**
     * Shows what is unread, the oldest first; in no transaction.
     *
     * @param reader may see the same mail again
     */
    public void read(Function<byte[], Verdict> reader) {
        try (var call = egress.begin(Purpose.MAILBOX, settings.host())) {
            read(reader, call);
            call.answered();
        } catch (AuthenticationFailedException refused) {
            throw new MailRefused(
                    "The mailbox refused taros.mail.inbound.imap.username with its password.");
        } catch (MessagingException failed) {
            throw new MailRefused(
                    "The mailbox at %s could not be read: %s."
                            .formatted(settings.host(), failed.getClass().getSimpleName()));
        }
    }

    private void read(Function<byte[], Verdict> reader, OutboundCall call)
            throws MessagingException {
        var session = Session.getInstance(properties());
        try (var store = session.getStore(protocol())) {
            store.connect(
                    settings.host(), settings.port(), settings.username(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                var left = AT_ONCE;
                for (var message : unread(folder)) {
                    // What has to wait stands in nobody's way.
                    if (judge(message, reader, call) != Verdict.LATER && --left == 0) {
                        break;
                    }
                }
            }
        }
    }

    private static Message[] unread(Folder folder) throws MessagingException {
        var found =
                folder.search(
                        new AndTerm(
                                new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                                new FlagTerm(new Flags(Flags.Flag.DELETED), false)));
        return found.length <= MOST ? found : Arrays.copyOf(found, MOST);
    }

    private Verdict judge(Message message, Function<byte[], Verdict> reader, OutboundCall call)
            throws MessagingException {
        var verdict =
                message.getSize() > settings.maxSize().toBytes()
                        ? Verdict.NOT_OURS
                        : reader.apply(raw(message, call));
        switch (verdict) {
            case DONE -> message.setFlag(Flags.Flag.DELETED, true);
            case NOT_OURS -> message.setFlag(Flags.Flag.SEEN, true);
            case LATER -> {}
        }
        return verdict;
    }

    private static byte[] raw(Message message, OutboundCall call) throws MessagingException {
        var raw = new ByteArrayOutputStream();
        try {
            message.writeTo(raw);
        } catch (IOException cut) {
            throw new MessagingException("The line broke", cut);
        }
        call.received(raw.size());
        return raw.toByteArray();
    }

    private String protocol() {
        return settings.tls() == Tls.IMPLICIT ? "imaps" : "imap";
    }

    private Properties properties() {
        var properties = new Properties();
        var patience = String.valueOf(settings.timeout().toMillis());
        var prefix = "mail." + protocol() + ".";
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        // Looking marks nothing as read.
        properties.put(prefix + "peek", "true");
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.put(prefix + "starttls.enable", "true");
                properties.put(
                        prefix + "starttls.required",
                        String.valueOf(!Tls.isThisMachine(settings.host())));
            }
            case IMPLICIT -> properties.put(prefix + "ssl.enable", "true");
            case OFF -> properties.put(prefix + "starttls.enable", "false");
        }
        return properties;
    }
}
