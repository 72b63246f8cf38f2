package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.knowledge.extract.Extracted.Text;
import io.taros.knowledge.extract.Extracted.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that would end the process which reads them end that process only. */
class ReadersTest {
    private static final String WORD =
            "<w:document"
                    + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s</w:body></w:document>";

    private Readers readers = new Readers();

    @AfterEach
    void close() {
        readers.destroy();
    }

    @Test
    void bringBackWhatTheyRead() throws Exception {
        assertThat(read(bytes("Vi åbner kl. 9 😀"), "Åbent.txt"))
                .isEqualTo(new Text("Åbent", "Vi åbner kl. 9 😀", null));
        assertThat(read(new byte[0], "a.txt")).isEqualTo(new Unreadable(ReadProblem.EMPTY));
        var page =
                (WebContent.Page)
                        readers.page(
                                bytes("<html lang=da><title>T</title><p>Text.<a href=/b>b</a>"),
                                "text/html",
                                "http://a.example/");
        assertThat(page.page().links()).containsExactly("http://a.example/b");
        assertThat(page.page().language()).isEqualTo("da");
        assertThat(
                        readers.siteMap(
                                bytes("<urlset><url><loc>http://a.example/c</loc></url></urlset>"),
                                "http://a.example/sitemap.xml"))
                .isEqualTo(
                        new SiteMapContent(
                                List.of(new SiteMapContent.Page("http://a.example/c", null)),
                                List.of()));
    }

    @Test
    void outliveFilesThatFillTheMemory() throws Exception {
        readers = new Readers(Duration.ofSeconds(60), 64);

        assertThat(read("<html><p>a".repeat(800_000).getBytes(StandardCharsets.UTF_8), "bomb.html"))
                .isEqualTo(new Unreadable(ReadProblem.TOO_COMPLEX));

        assertThat(read(bytes("Next."), "next.txt")).isInstanceOf(Text.class);
    }

    @Test
    void giveUpOnWhatTakesTooLong() throws Exception {
        readers = new Readers(Duration.ZERO, 64);

        assertThat(read(bytes("# Heading\n\nText."), "a.md"))
                .isEqualTo(new Unreadable(ReadProblem.TOO_SLOW));
    }

    @Test
    void stopWhenTheyAreToldTo() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(bytes("Text."), "a.txt"))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void refuseWhatUnpacksOrRefersToMore() throws Exception {
        var laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a \"ha ha ha ha\">");
        for (var letter = 'b'; letter <= 'k'; letter++) {
            laughs.append(
                    "<!ENTITY %c \"%s\">"
                            .formatted(letter, ("&" + (char) (letter - 1) + ";").repeat(10)));
        }
        laughs.append("]>");
        var paragraph = "<w:p><w:r><w:t>&k;</w:t></w:r></w:p>";

        assertThat(read(docx(laughs + WORD.formatted(paragraph)), "laughs.docx"))
                .isEqualTo(new Unreadable(ReadProblem.DAMAGED));
        assertThat(
                        read(
                                docx(
                                        "<!DOCTYPE l [<!ENTITY k SYSTEM \"file:///etc/passwd\">]>"
                                                + WORD.formatted(paragraph)),
                                "outside.docx"))
                .isEqualTo(new Unreadable(ReadProblem.DAMAGED));
        assertThat(
                        read(
                                docx(
                                        WORD.formatted(
                                                "<w:p><w:r><w:t>A</w:t></w:r></w:p>"
                                                        .repeat(500_000))),
                                "bomb.docx"))
                .isEqualTo(new Unreadable(ReadProblem.INFLATES));
        assertThat(
                        readers.siteMap(
                                bytes(
                                        laughs
                                                + "<urlset><url><loc>http://a.example/&k;</loc></url></urlset>"),
                                "http://a.example/sitemap.xml"))
                .isEqualTo(SiteMapContent.EMPTY);
        assertThat(read(bytes("word ".repeat(2_200_000)), "long.txt"))
                .isEqualTo(new Unreadable(ReadProblem.TOO_LONG));
    }

    @Test
    void readWhatIsNestedWithoutEnd() throws Exception {
        for (var nested :
                List.of(
                        "<html><body>" + "<div>".repeat(20_000) + "Hello deep world.",
                        "<html><body>" + "<b>".repeat(50_000) + "Hello deep world.",
                        "<html><body>" + "<table><tr><td>".repeat(2_000) + "Hello deep world.",
                        "# Title\n\n" + "> ".repeat(20_000) + "Hello deep world.",
                        "# Title\n\n" + "[".repeat(50_000) + "Hello deep world.")) {
            assertThat(read(bytes(nested), "nested")).isInstanceOf(Text.class);
        }
    }

    private Extracted read(byte[] content, String name) throws InterruptedException {
        return readers.file(() -> content, name);
    }

    private static byte[] docx(String document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
                    """);
            entry(
                    zip,
                    "_rels/.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>\
                    """);
            entry(zip, "word/document.xml", document);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(content));
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
