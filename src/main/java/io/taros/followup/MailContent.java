package io.taros.followup;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a mail, in plain text where there is such, and what hangs on it. */
final class MailContent {
    private static final int DEEPEST = 10;
    private static final int MOST_ATTACHMENTS = 10;
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<String> attachments = new ArrayList<>();

    private MailContent() {}

    static MailContent of(Part mail) throws MessagingException, IOException {
        var content = new MailContent();
        content.take(mail, 0);
        return content;
    }

    String text() {
        return plain.isEmpty() || plain.toString().isBlank()
                ? HtmlAnswer.text(html.toString())
                : AnswerText.of(plain.toString());
    }

    List<String> attachments() {
        return List.copyOf(attachments);
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (isAttachment(part)) {
            attach(part);
        } else if (part.isMimeType("text/plain")) {
            plain.append(decoded(part)).append('\n');
        } else if (part.isMimeType("text/html")) {
            html.append(decoded(part));
        } else if (part.isMimeType("multipart/*") && depth < DEEPEST) {
            if (part.getContent() instanceof Multipart parts) {
                for (var index = 0; index < parts.getCount(); index++) {
                    take(parts.getBodyPart(index), depth + 1);
                }
            }
        } else if (!isDrawn(part)) {
            attach(part);
        }
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    /** A picture in the midst of the words, such as a signature's. */
    private static boolean isDrawn(Part part) throws MessagingException {
        return part instanceof BodyPart && part.getHeader("Content-ID") != null;
    }

    private void attach(Part part) throws MessagingException {
        if (attachments.size() < MOST_ATTACHMENTS) {
            attachments.add(nameOf(part));
        }
    }

    private static String nameOf(Part part) throws MessagingException {
        var name = part.getFileName();
        if (name == null) {
            return "…";
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException unknown) {
            return name;
        }
    }

    /** What names no character set that we know is UTF-8, or else what was common before it. */
    private static String decoded(Part part) throws MessagingException, IOException {
        try (var body = part.getInputStream()) {
            var bytes = body.readAllBytes();
            var named = charsetOf(part);
            if (named != null) {
                return new String(bytes, named);
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException older) {
                return new String(bytes, OLD_WINDOWS);
            }
        }
    }

    private static @Nullable Charset charsetOf(Part part) throws MessagingException {
        try {
            var name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? null : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException unknown) {
            return null;
        }
    }
}
