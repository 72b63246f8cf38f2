package io.taros.knowledge.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Original.Closed;
import io.taros.knowledge.extract.Original.Hidden;
import io.taros.knowledge.extract.Original.Pages;
import io.taros.knowledge.extract.Original.Sheet;
import io.taros.knowledge.extract.Original.Text;
import io.taros.knowledge.extract.Original.Why;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a file shows of itself, in a process of its own. */
class OriginalReaderTest {
    private Readers readers = new Readers();

    @AfterEach
    void close() {
        readers.destroy();
    }

    @Test
    void drawsThePagesOfAPdfAsLargeAsItSays() throws Exception {
        var file = DrawnPdf.of("We open at nine.", "We close at five.");

        assertThat(look(file, "hours.pdf"))
                .isEqualTo(new Pages(Collections.nCopies(2, new Sheet(1_000, 1_414)), 2));
        var picture = drawn(file, 2);
        assertThat(picture.getWidth()).isEqualTo(1_000);
        assertThat(picture.getHeight()).isEqualTo(1_414);
        assertThat(hasInk(picture)).isTrue();
        for (var missing : new int[] {-1, 0, 3, Integer.MAX_VALUE}) {
            assertThat(readers.draw(() -> file, "hours.pdf", missing))
                    .isEqualTo(new Picture.Missing());
        }
    }

    @Test
    void drawsTurnedAndHugePages() throws Exception {
        var turned = new PDPage(PDRectangle.A4);
        turned.setRotation(90);
        var file = pages(turned, new PDPage(new PDRectangle(200, 14_000)));

        var sheets = ((Pages) look(file, "a.pdf")).sheets();

        assertThat(sheets.getFirst().height()).isBetween(700, 710);
        for (var page = 1; page <= 2; page++) {
            var picture = drawn(file, page);
            assertThat(new Sheet(picture.getWidth(), picture.getHeight()))
                    .isEqualTo(sheets.get(page - 1));
            assertThat(picture.getWidth() * picture.getHeight()).isLessThanOrEqualTo(4_000_000);
        }
    }

    @Test
    void showsTextsInTheirCharset() throws Exception {
        var latin = Charset.forName("windows-1252");

        assertThat(look("# Åbent\r\nVi åbner kl. 9 hver dag\u0000".getBytes(UTF_8), "a.md"))
                .isEqualTo(new Text(new Beginning("# Åbent\nVi åbner kl. 9 hver dag", true)));
        assertThat(look("navn;pris\nÆble;3\n".getBytes(latin), "a.csv"))
                .isEqualTo(new Text(new Beginning("navn;pris\nÆble;3\n", true)));
        var page = "<html><meta charset=\"iso-8859-1\"><p>Blåbær</p></html>";
        assertThat(look(page.getBytes(latin), "a.html"))
                .isEqualTo(new Text(new Beginning(page, true)));
        var mail = "Subject: Hej\nMIME-Version: 1.0\nMessage-ID: <a@b>\n\nKære\n";
        assertThat(look(mail.getBytes(UTF_8), "a.eml"))
                .isEqualTo(new Text(new Beginning(mail, true)));
        assertThat(look("å".repeat(200_001).getBytes(UTF_8), "a.txt"))
                .isEqualTo(new Text(new Beginning("å".repeat(200_000), false)));
    }

    @Test
    void saysWhatItCannotShow() throws Exception {
        var damaged = "%PDF-1.7 and no more".getBytes(UTF_8);
        var locked = LockedPdf.of("We open at nine.", "sesame");
        var rich = "{\\rtf1 Hello}".getBytes(UTF_8);

        assertThat(look(damaged, "a.pdf")).isEqualTo(new Hidden(Why.DAMAGED));
        assertThat(look(pages(), "a.pdf")).isEqualTo(new Hidden(Why.DAMAGED));
        assertThat(look(locked, "a.pdf")).isEqualTo(new Hidden(Why.LOCKED));
        assertThat(look(rich, "a.rtf")).isEqualTo(new Closed());
        for (var broken : List.of(damaged, locked)) {
            assertThat(readers.draw(() -> broken, "a.pdf", 1)).isEqualTo(new Picture.Failed());
        }
        assertThat(readers.draw(() -> rich, "a.rtf", 1)).isEqualTo(new Picture.Missing());
    }

    @Test
    void givesUpOnWhatTakesTooLong() throws Exception {
        readers = new Readers(Duration.ZERO, 64);
        var file = DrawnPdf.of("We open at nine.");

        assertThat(look(file, "a.pdf")).isEqualTo(new Hidden(Why.TOO_MUCH));
        assertThat(readers.draw(() -> file, "a.pdf", 1)).isEqualTo(new Picture.Failed());
    }

    @Test
    void outlivesHostileFiles() throws Exception {
        try (var files = Files.list(SharedData.folder("attack/pdf"))) {
            for (var file : files.toList()) {
                var content = Files.readAllBytes(file);

                assertThat(look(content, "a.pdf")).as(file.toString()).isNotNull();
                assertThat(readers.draw(() -> content, "a.pdf", 1))
                        .as(file.toString())
                        .isNotEqualTo(new Picture.Busy());
            }
        }
        assertThat(drawn(DrawnPdf.of("Next."), 1).getWidth()).isEqualTo(1_000);
    }

    private Original look(byte[] content, String name) throws InterruptedException {
        return readers.look(() -> content, name);
    }

    private BufferedImage drawn(byte[] content, int number)
            throws InterruptedException, IOException {
        var picture = readers.draw(() -> content, "a.pdf", number);
        assertThat(picture).isInstanceOf(Picture.Drawn.class);
        return ImageIO.read(new ByteArrayInputStream(((Picture.Drawn) picture).png()));
    }

    private static boolean hasInk(BufferedImage picture) {
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                if (new Color(picture.getRGB(x, y)).getRed() < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] pages(PDPage... pages) throws IOException {
        try (var document = new PDDocument()) {
            for (var page : pages) {
                document.addPage(page);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
