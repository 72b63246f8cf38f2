package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Extracted.Text;
import io.taros.knowledge.extract.Extracted.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** P-09: what is said in files of every kind, told by what is in them and never by their name. */
class FileKindsTest {
    private static final String NAME = "no-name-that-helps";

    @Test
    void aSheetSaysOfEachCellWhatItsColumnIsCalled() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Prices");
            row(sheet, 0, "Price list 2026");
            row(sheet, 1, "Product", "Price", "In stock");
            row(sheet, 2, "Hammer", "12 kr.", "yes");
            row(sheet, 3, "Saw", "", "no");
            var euro = workbook.createCellStyle();
            euro.setDataFormat(workbook.createDataFormat().getFormat("0.00 \"EUR\""));
            var price = sheet.getRow(3).createCell(1);
            price.setCellValue(9.5);
            price.setCellStyle(euro);
            row(workbook.createSheet("Hidden"), 0, "Margin");
            workbook.setSheetHidden(1, true);

            assertThat(read(bytes(workbook::write)))
                    .isEqualTo(
                            """
                            ## Prices

                            Price list 2026

                            | Product: Hammer | Price: 12 kr. | In stock: yes |
                            | Product: Saw | Price: 9.50 EUR | In stock: no |\
                            """);
        }
    }

    @Test
    void slidesAreReadAsTheyAreShown() throws IOException {
        try (var show = new XMLSlideShow()) {
            var layout = show.getSlideMasters().getFirst().getLayout("Title and Content");
            var slide = show.createSlide(layout);
            slide.getPlaceholder(0).setText("Returns");
            slide.getPlaceholder(1).setText("Within 30 days");
            var hidden = show.createSlide(layout);
            hidden.getPlaceholder(0).setText("Not for customers");
            hidden.setHidden(true);
            show.createSlide().createTextBox().setText("No title here");

            assertThat(read(bytes(show::write)))
                    .isEqualTo(
                            """
                            ## Returns

                            - Within 30 days

                            ## Slide 3

                            No title here\
                            """);
        }
    }

    @Test
    void openDocumentsKeepHeadingsListsAndTables() throws IOException {
        assertThat(
                        read(
                                odf(
                                        "text",
                                        """
                                        <text:tracked-changes><text:p>Struck out</text:p></text:tracked-changes>
                                        <text:h text:outline-level="1">Opening <text:span>hours</text:span></text:h>
                                        <text:p>We open<text:s/>at nine.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>
                                        <text:list><text:list-item><text:p>Monday</text:p>
                                        <text:list><text:list-item><text:p>not in May</text:p></text:list-item></text:list></text:list-item>
                                        <text:list-item><text:p>Tuesday</text:p></text:list-item></text:list>
                                        """)))
                .isEqualTo(
                        """
                        # Opening hours

                        We open at nine.

                        - Monday
                          - not in May
                        - Tuesday\
                        """);
        assertThat(
                        read(
                                odf(
                                        "spreadsheet",
                                        """
                                        <table:table table:name="Prices">
                                        <table:table-row><table:table-cell><text:p>Product</text:p></table:table-cell>
                                        <table:table-cell><text:p>Price</text:p></table:table-cell>
                                        <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
                                        <table:table-row><table:table-cell><text:p>Hammer</text:p></table:table-cell>
                                        <table:table-cell><text:p>12 kr.</text:p></table:table-cell></table:table-row></table:table>
                                        """)))
                .isEqualTo("## Prices\n\n| Product: Hammer | Price: 12 kr. |");
        assertThat(
                        read(
                                odf(
                                        "presentation",
                                        """
                                        <draw:page draw:name="page1">
                                        <draw:frame presentation:class="title"><draw:text-box><text:p>Returns</text:p></draw:text-box></draw:frame>
                                        <draw:frame><draw:text-box><text:p>Within 30 days</text:p></draw:text-box></draw:frame>
                                        <presentation:notes><text:p>Do not say this</text:p></presentation:notes></draw:page>
                                        """)))
                .isEqualTo("## Returns\n\nWithin 30 days");
    }

    @Test
    void booksAreReadChapterByChapter() throws IOException {
        var book = new LinkedHashMap<String, byte[]>();
        book.put("mimetype", utf8("application/epub+zip"));
        book.put(
                "META-INF/container.xml",
                utf8(
                        "<container><rootfiles><rootfile full-path=\"OEBPS/a"
                                + " book.opf\"/></rootfiles></container>"));
        book.put(
                "OEBPS/a book.opf",
                utf8(
                        """
                        <package xmlns:dc="d"><metadata><dc:title>Handbook</dc:title><dc:language>da-DK</dc:language></metadata>
                        <manifest><item id="b" href="text/two.xhtml"/><item id="a" href="text/one%20.xhtml"/></manifest>
                        <spine><itemref idref="a"/><itemref idref="b"/></spine></package>
                        """));
        book.put(
                "OEBPS/text/two.xhtml",
                utf8("<html><head><title>Two</title></head><body><p>Second.</p></body></html>"));
        book.put(
                "OEBPS/text/one .xhtml",
                utf8("<html><body><h1>One</h1><p>First.</p></body></html>"));

        assertThat(TextExtractor.extract(zip(book), NAME))
                .isEqualTo(new Text("Handbook", "# One\n\nFirst.\n\n# Two\n\nSecond.", "da"));
    }

    @Test
    void richTextIsReadInItsCharset() {
        var rtf =
                """
                {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1 heading 1;}{\\s0 Normal;}}
                {\\info{\\title Guiden}{\\author Somebody}}{\\*\\generator Word;}
                \\pard\\s1 \\'c5bningstider\\par
                \\pard Vi \\u229\\'e5bner kl. 9 \\endash  17 \\{altid\\}{\\pict\\bin5 }}}}}}.\\par
                \\trowd\\pard\\intbl Dag\\cell Fra\\cell\\row
                \\trowd\\pard\\intbl Mandag\\cell 9\\cell\\row
                \\pard Slut\\par}
                """;

        assertThat(TextExtractor.extract(rtf.getBytes(StandardCharsets.ISO_8859_1), NAME))
                .isEqualTo(
                        new Text(
                                "Guiden",
                                """
                                # Åbningstider

                                Vi åbner kl. 9 – 17 {altid}.

                                | Dag: Mandag | Fra: 9 |

                                Slut\
                                """,
                                null));
    }

    @Test
    void tablesOfPlainTextAreToldByTheirShape() {
        var semicolons = "Vare;Pris;Lager\nHammer;\"12,50\";ja\n\"Sav; stor\";9;nej\n";

        assertThat(
                        TextExtractor.extract(
                                semicolons.getBytes(Charset.forName("windows-1252")), NAME))
                .isEqualTo(
                        new Text(
                                NAME,
                                "| Vare: Hammer | Pris: 12,50 | Lager: ja |\n"
                                        + "| Vare: Sav; stor | Pris: 9 | Lager: nej |",
                                null));
        assertThat(read(utf8("Day;Open\nMonday;closed\nTuesday;all day\n")))
                .isEqualTo("| Day | Open |\n| Monday | closed |\n| Tuesday | all day |");
        assertThat(read(utf8("Region;2024;2025\nNorth;1;2\nSouth;3;4\n")))
                .isEqualTo(
                        "| Region: North | 2024: 1 | 2025: 2 |\n"
                                + "| Region: South | 2024: 3 | 2025: 4 |");
        assertThat(read(utf8("Smith, John\nDoe, Jane\nRoe, Richard\n")))
                .isEqualTo("Smith, John\nDoe, Jane\nRoe, Richard\n");
        assertThat(((Text) TextExtractor.extract(utf8("a,b\n1,2\n"), "a.csv")).text())
                .isEqualTo("| a: 1 | b: 2 |");
    }

    @Test
    void mailsAreReadWithTheFilesThatCameAlong() {
        var mail =
                """
                Received: from a.example
                From: Somebody <somebody@a.example>
                To: another@b.example
                Subject: =?UTF-8?Q?=C3=85bningstider?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: multipart/alternative; boundary=y

                --y
                Content-Type: text/plain; charset=utf-8

                Plain.
                --y
                Content-Type: text/html; charset=utf-8

                <p>Se <b>listen</b>.</p>
                --y--
                --x
                Content-Type: application/octet-stream; name="liste.bin"
                Content-Disposition: attachment; filename="liste.bin"
                Content-Transfer-Encoding: base64

                %s
                --x--
                """
                        .formatted(
                                Base64.getEncoder()
                                        .encodeToString(utf8("# Priser\n\nFem kroner.")));

        assertThat(TextExtractor.extract(utf8(mail), NAME))
                .isEqualTo(
                        new Text("Åbningstider", "Se listen.\n\n# liste.bin\n\nFem kroner.", null));
    }

    @Test
    void archivesAreReadFileByFile() throws IOException {
        var archive = new LinkedHashMap<String, byte[]>();
        archive.put("__MACOSX/._a.txt", utf8("noise"));
        archive.put("../../etc/a.txt", utf8("Where it wants to go does not matter."));
        archive.put("photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0, 1, 2});
        archive.put("inner.zip", zip(Map.of("b.html", utf8("<h2>B</h2><p>Text."))));

        assertThat(read(zip(archive)))
                .isEqualTo(
                        """
                        # ../../etc/a.txt

                        Where it wants to go does not matter.

                        # inner.zip

                        ## b.html

                        #### B

                        Text.\
                        """);
        assertThat(TextExtractor.extract(zip(Map.of("a.jpg", new byte[] {0, 1, 2, 3})), NAME))
                .isEqualTo(new Unreadable(ReadProblem.KIND_UNKNOWN));
    }

    @Test
    void archivesThatUnpackWithoutEndAreRefused() throws IOException {
        var nested = zip(Map.of("a.txt", utf8("Deep.")));
        for (var i = 0; i < 3; i++) {
            nested = zip(Map.of("a.zip", nested));
        }
        var many = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < 501; i++) {
            many.put(i + ".txt", utf8("Text " + i));
        }

        for (var bomb :
                new byte[][] {
                    nested, zip(many), zip(Map.of("zeros.txt", new byte[70 << 20])),
                }) {
            assertThat(TextExtractor.extract(bomb, NAME))
                    .isEqualTo(new Unreadable(ReadProblem.INFLATES));
        }
    }

    @Test
    void whatAsksForAPasswordSaysSo() throws Exception {
        try (var workbook = new XSSFWorkbook();
                var file = new POIFSFileSystem()) {
            workbook.createSheet("A");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(file)) {
                workbook.write(out);
            }

            assertThat(TextExtractor.extract(bytes(file::writeFilesystem), NAME))
                    .isEqualTo(new Unreadable(ReadProblem.LOCKED));
        }
    }

    private static void row(
            org.apache.poi.xssf.usermodel.XSSFSheet sheet, int number, String... cells) {
        var row = sheet.createRow(number);
        for (var i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static byte[] odf(String kind, String body) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument." + kind));
        parts.put(
                "content.xml",
                utf8(
                        """
                        <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d"
                        xmlns:presentation="p"><office:body><office:%s>%s</office:%s></office:body></office:document-content>
                        """
                                .formatted(kind, body, kind)));
        return zip(parts);
    }

    private static String read(byte[] content) {
        return switch (TextExtractor.extract(content, NAME)) {
            case Text(_, var text, _) -> text;
            case Unreadable(var problem) -> problem.name();
        };
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
        });
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
