package io.taros.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
    private static final String TEXT = "Grüße aus Ærø, 5 € – tak!";

    private static IncomingMail read(String headers, byte[] body) throws Exception {
        var head =
                "From: Ada Lund <Ada@Tidewater.example>\r\nTo: reply@fjord.example\r\nMessage-ID: <1@tidewater.example>\r\n";
        var start = (head + headers + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var raw = new byte[start.length + body.length];
        System.arraycopy(start, 0, raw, 0, start.length);
        System.arraycopy(body, 0, raw, start.length, body.length);
        return MailReader.read(raw);
    }

    private static IncomingMail read(String headers) throws Exception {
        return read(headers, "Hello".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "windows-1252", "iso-8859-15", "no-such-set", ""})
    void readsEveryCharacterSet(String name) throws Exception {
        var charset =
                name.startsWith("w") || name.startsWith("i")
                        ? Charset.forName(name)
                        : StandardCharsets.UTF_8;
        var text = name.startsWith("i") ? TEXT.replace("–", "-") : TEXT;
        var type = name.isEmpty() ? "text/plain" : "text/plain; charset=" + name;

        var mail =
                read(
                        "Content-Type: " + type + "\r\nContent-Transfer-Encoding: 8bit\r\n",
                        text.getBytes(charset));

        assertThat(mail.text()).isEqualTo(text);
    }

    @Test
    void takesOldLettersWhereNothingIsSaidAboutThem() throws Exception {
        assertThat(read("", TEXT.getBytes(Charset.forName("windows-1252"))).text()).isEqualTo(TEXT);
    }

    @Test
    void readsPlainTextBeforeHtmlAndNamesWhatHangsOnIt() throws Exception {
        var body =
                """
                --a
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Fredag er fint p=C3=A5 =C3=86r=C3=B8.
                --b
                Content-Type: text/html; charset=utf-8

                <p>Something else</p>
                --b--
                --a
                Content-Type: image/png
                Content-ID: <logo>
                Content-Disposition: inline; filename=logo.png

                x
                --a
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="=?utf-8?q?kvittering_=C3=86r=C3=B8.pdf?="

                x
                --a--
                """
                        .replace("\n", "\r\n");

        var mail =
                read(
                        "Content-Type: multipart/mixed; boundary=a\r\n",
                        body.getBytes(StandardCharsets.US_ASCII));

        assertThat(mail.text()).isEqualTo("Fredag er fint på Ærø.");
        assertThat(mail.attachments()).containsExactly("kvittering Ærø.pdf");
        assertThat(mail.from()).isEqualTo("Ada@Tidewater.example");
        assertThat(mail.recipients()).containsExactly("reply@fjord.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "Precedence: Bulk",
                "X-Autoreply: yes",
                "List-Id: <news.acme.example>",
                "Return-Path: <>",
                "Content-Type: multipart/report; boundary=x"
            })
    void knowsMachines(String header) throws Exception {
        var body = "--x\r\n\r\nHello\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(read(header + "\r\n", body).isAutomatic()).isTrue();
    }

    @Test
    void takesNobodyElseForOne() throws Exception {
        assertThat(read("Auto-Submitted: no\r\nPrecedence: first-class\r\n").isAutomatic())
                .isFalse();
    }

    @Test
    void tellsMailsApartByTheirIdAlone() throws Exception {
        assertThat(read("").name())
                .isEqualTo(read("X-Other: 1\r\n").name())
                .matches("mail-[0-9a-f]{32}");
    }
}
