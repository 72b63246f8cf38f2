package io.taros.followup;

import io.taros.conversation.Message;
import io.taros.platform.crypto.Secret;
import io.taros.platform.web.StorableText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a mail as it came over the line. */
final class MailReader {
    /** Where servers say whom they took it for, besides those whom its writer named. */
    private static final List<String> RECIPIENTS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc");

    private static final Set<String> MACHINES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final List<String> SAID_BY_MACHINES =
            List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "List-Id");

    private static final Pattern OFFICE = Pattern.compile("(?i)(mailer-daemon|postmaster)@.*");

    /** Of the mails that go out from here. */
    private static final String OURS = "<followup.";

    private static final int NAME = 32;

    private MailReader() {}

    /**
     * @throws MessagingException if it is no mail
     */
    static IncomingMail read(byte[] raw) throws MessagingException, IOException {
        var mail = parsed(raw);
        return read(mail, raw, recipients(mail));
    }

    /**
     * To whom it was sent; nothing else of it is looked at.
     *
     * @throws MessagingException if it is no mail
     */
    static List<String> recipients(byte[] raw) throws MessagingException {
        return recipients(parsed(raw));
    }

    private static MimeMessage parsed(byte[] raw) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private static IncomingMail read(MimeMessage mail, byte[] raw, List<String> recipients)
            throws MessagingException, IOException {
        var content = MailContent.of(mail);
        return new IncomingMail(
                nameOf(mail, raw),
                addresses(mail, "From").findFirst().orElse(null),
                recipients,
                isAutomatic(mail),
                StorableText.of(content.text()).strip(),
                content.attachments().stream().map(StorableText::of).toList());
    }

    private static String nameOf(MimeMessage mail, byte[] raw) throws MessagingException {
        var id = mail.getMessageID();
        var whole = id == null ? new String(raw, StandardCharsets.ISO_8859_1) : id.strip();
        return Message.BY_MAIL + HexFormat.of().formatHex(Secret.hash(whole)).substring(0, NAME);
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        var all = Stream.<String>empty();
        for (var header : RECIPIENTS) {
            all = Stream.concat(all, addresses(mail, header));
        }
        return all.toList();
    }

    private static Stream<String> addresses(MimeMessage mail, String header)
            throws MessagingException {
        var values = mail.getHeader(header);
        return values == null
                ? Stream.empty()
                : Arrays.stream(values).flatMap(MailReader::addresses);
    }

    private static Stream<String> addresses(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .map(InternetAddress::getAddress)
                    .filter(address -> address != null && !address.isBlank());
        } catch (AddressException unreadable) {
            return Stream.empty();
        }
    }

    /** As far as machines say so (RFC 3834, and what was customary before it). */
    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        var submitted = header(mail, "Auto-Submitted");
        var from = addresses(mail, "From").findFirst();
        return submitted.filter(how -> !how.startsWith("no")).isPresent()
                || header(mail, "Precedence").filter(MACHINES::contains).isPresent()
                || header(mail, "Return-Path").filter("<>"::equals).isPresent()
                || header(mail, "Message-ID").filter(id -> id.startsWith(OURS)).isPresent()
                || from.filter(address -> OFFICE.matcher(address).matches()).isPresent()
                || mail.isMimeType("multipart/report")
                || isSaid(mail);
    }

    private static boolean isSaid(MimeMessage mail) throws MessagingException {
        for (var header : SAID_BY_MACHINES) {
            if (mail.getHeader(header) != null) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> header(MimeMessage mail, String name)
            throws MessagingException {
        return Optional.ofNullable(mail.getHeader(name, null))
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
    }
}
