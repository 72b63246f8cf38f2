package io.taros.knowledge.extract;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import org.jsoup.Jsoup;

/**
 * Reads a saved mail: its subject, what it says and the files with it. Who wrote it to whom is not
 * kept.
 */
final class MailReader {
    private static final int MAX_DEPTH = 20;

    private final StructuredText out = new StructuredText();
    private final ArchiveReader.Files files;

    private MailReader(int depth) {
        files = new ArchiveReader.Files(depth);
    }

    static Extracted read(byte[] content, String name, int depth) {
        if (depth >= ArchiveReader.MAX_DEPTH) {
            return new Extracted.Unreadable(ReadProblem.INFLATES);
        }
        try {
            var message =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(content));
            var reader = new MailReader(depth);
            reader.part(message, 0);
            var subject = message.getSubject();
            if (!reader.files.mayBeMore()) {
                return new Extracted.Unreadable(ReadProblem.INFLATES);
            }
            if (!reader.files.text().isEmpty()) {
                reader.out.text(reader.files.text());
            }
            return new Extracted.Text(
                    subject == null || subject.isBlank() ? name : BlockWriter.squeeze(subject),
                    reader.out.text(),
                    null);
        } catch (IOException | MessagingException | RuntimeException damaged) {
            return new Extracted.Unreadable(ReadProblem.DAMAGED);
        }
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > MAX_DEPTH) {
            return;
        }
        var isFile =
                part.getFileName() != null
                        || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (!isFile && part.isMimeType("multipart/alternative")) {
            part(richest((Multipart) part.getContent()), depth + 1);
        } else if (!isFile && part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                part(parts.getBodyPart(i), depth + 1);
            }
        } else if (!isFile && part.isMimeType("text/*")) {
            words(part);
        } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
            part(inner, depth + 1);
        } else if (files.mayBeMore()) {
            files.add(bytes(part), nameOf(part));
        }
    }

    /** The last of those we read says most. */
    private static BodyPart richest(Multipart parts) throws MessagingException {
        var richest = parts.getBodyPart(0);
        for (var i = 1; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("text/html") || part.isMimeType("multipart/*")) {
                richest = part;
            }
        }
        return richest;
    }

    private void words(Part part) throws MessagingException, IOException {
        var text = Charsets.decode(bytes(part), part.getContentType(), false);
        var isHtml = part.isMimeType("text/html");
        var written = isHtml ? BlockWriter.write(Jsoup.parse(text).body()) : PlainText.of(text);
        if (!written.isBlank()) {
            out.text(written.strip());
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    private static String nameOf(Part part) throws MessagingException, IOException {
        var name = part.getFileName();
        return name == null
                ? part.getContentType().replaceFirst(";.*", "").toLowerCase(Locale.ROOT)
                : MimeUtility.decodeText(name);
    }
}
