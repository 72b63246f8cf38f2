package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Extracted.Text;
import io.taros.knowledge.extract.Extracted.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P-09: files of every kind become text. */
class TextExtractorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How alike our words are to Poppler's, by what makes a file hard; a little less than that. */
    private static final Map<String, Double> REACHED =
            Map.of(
                    "plain", 0.99,
                    "layout", 0.98,
                    "multipage", 0.97,
                    "forms", 0.985,
                    "non_latin", 0.92,
                    "encrypted_openable", 0.985);

    @Test
    void tellsKindsByContentAndNotByName() throws IOException {
        assertThat(TextExtractor.extract(docx(), "invoice.pdf")).isInstanceOf(Text.class);
        assertThat(TextExtractor.extract(bytes("%PDF-1.7 nothing"), "notes.txt"))
                .isEqualTo(new Unreadable(ReadProblem.PDF_DAMAGED));
        assertThat(
                        TextExtractor.extract(
                                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2, 3, 4}, "a.txt"))
                .isEqualTo(new Unreadable(ReadProblem.KIND_UNKNOWN));
        assertThat(TextExtractor.extract(bytes("<svg onload=alert(1)>"), "a.html"))
                .isEqualTo(new Unreadable(ReadProblem.KIND_UNKNOWN));
        assertThat(TextExtractor.extract(new byte[0], "a.txt"))
                .isEqualTo(new Unreadable(ReadProblem.EMPTY));
    }

    @Test
    void callsDamagedWhatIsNotTheKindItsNameSays() {
        byte[] noise = {0, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4};

        assertThat(TextExtractor.extract(noise, "catalogue.PDF"))
                .isEqualTo(new Unreadable(ReadProblem.PDF_DAMAGED));
        assertThat(TextExtractor.extract(noise, "terms.docx"))
                .isEqualTo(new Unreadable(ReadProblem.DAMAGED));
        assertThat(TextExtractor.extract(noise, "photo.jpg"))
                .isEqualTo(new Unreadable(ReadProblem.KIND_UNKNOWN));
    }

    @Test
    void readsDocxWithItsStructure() throws IOException {
        assertThat(TextExtractor.extract(docx(), "Guide.docx"))
                .isEqualTo(
                        new Text(
                                "Guide",
                                "# Opening hours\n\n"
                                        + "We open at nine.\n\n"
                                        + "| Day | From |\n"
                                        + "| Monday | 9 |",
                                null));
    }

    @Test
    void readsMarkdownIntoTheSameBlocks() {
        String markdown =
                """
                ---
                title: "The guide"
                ---
                # Start
                Some *strong* words with a [link](http://x.example) and <script>alert(1)</script>.

                * one
                * two

                | a | b |
                |---|---|
                | 1 | 2 |
                """;

        assertThat(TextExtractor.extract(bytes(markdown), "guide.md"))
                .isEqualTo(
                        new Text(
                                "The guide",
                                """
                                # Start

                                Some strong words with a link and .

                                - one
                                - two

                                | a | b |
                                | 1 | 2 |\
                                """,
                                null));
    }

    @Test
    void keepsPlainTextAsItIsInAnyCharset() {
        String text = "Åbningstider\n\n  Mandag:\t9-17\n# not code\n";
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16")) {
            assertThat(
                            PlainText.of(
                                    Charsets.decode(
                                            text.getBytes(Charset.forName(charset)), null, false)))
                    .isEqualTo(text);
        }
    }

    @Test
    void readsRealPdfsAsWellAsPoppler() throws IOException {
        Path folder = SharedData.folder("data/pdf");
        Map<String, double[]> byCategory = new HashMap<>();
        for (JsonNode row : SharedData.rows(folder.resolve("manifest.jsonl"))) {
            String file = row.get("file").stringValue();
            byte[] content = Files.readAllBytes(folder.resolve(file));
            long start = System.nanoTime();
            Extracted extracted = TextExtractor.extract(content, file);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(file).isLessThan(PATIENCE);
            switch (row.get("expect").stringValue()) {
                case "text" -> {
                    assertThat(extracted).as(file).isInstanceOf(Text.class);
                    double[] sum =
                            byCategory.computeIfAbsent(
                                    row.get("category").stringValue(), key -> new double[2]);
                    sum[0] += f1(((Text) extracted).text(), row);
                    sum[1]++;
                }
                case "text_uncertain" -> assertThat(extracted).as(file).isNotNull();
                case "no_text" ->
                        assertThat(extracted)
                                .as(file)
                                .isEqualTo(new Unreadable(ReadProblem.PDF_SCANNED));
                case "password_needed" ->
                        assertThat(extracted)
                                .as(file)
                                .isEqualTo(new Unreadable(ReadProblem.PDF_PASSWORD));
                default -> assertThat(isErrorOrFewWords(extracted)).as(file).isTrue();
            }
        }
        byCategory.forEach((category, sum) ->
                System.out.printf("pdf %s F1 %.3f%n", category, sum[0] / sum[1]));
        REACHED.forEach((category, reached) ->
                assertThat(byCategory.get(category)[0] / byCategory.get(category)[1])
                        .as(category)
                        .isGreaterThan(reached));
    }

    @Test
    void outlivesHostileFiles() throws Exception {
        var readers = new Readers(PATIENCE, 256);
        try {
            for (String kind : List.of("attack/pdf", "attack/upload")) {
                try (var files = Files.list(SharedData.folder(kind))) {
                    for (Path file : files.toList()) {
                        var content = Files.readAllBytes(file);
                        var name = file.getFileName().toString();

                        assertThat(readers.file(() -> content, name))
                                .as(name)
                                .isNotEqualTo(new Unreadable(ReadProblem.TOO_SLOW));
                    }
                }
            }
            assertThat(readers.file(() -> bytes("Next."), "next.txt")).isInstanceOf(Text.class);
        } finally {
            readers.destroy();
        }
    }

    private static double f1(String text, JsonNode row) {
        String reference = row.get("ref_text_poppler").stringValue();
        boolean cut = row.get("ref_text_truncated").booleanValue();
        String comparable =
                cut ? text.substring(0, Math.min(text.length(), reference.length())) : text;
        return Words.compare(comparable, reference).f1();
    }

    private static boolean isErrorOrFewWords(Extracted extracted) {
        return switch (extracted) {
            case Unreadable _ -> true;
            case Text(_, String text, _) -> text.length() < 2_000;
        };
    }

    @Test
    void saysWhatAWordFileSaysItIsIn() throws IOException {
        assertThat(language(document -> {})).isNull();
        assertThat(language(document -> document.createStyles().setSpellingLanguage("da-DK")))
                .isEqualTo("da");
        assertThat(
                        language(document ->
                                document.getProperties()
                                        .getCoreProperties()
                                        .getUnderlyingProperties()
                                        .setLanguageProperty("fr")))
                .isEqualTo("fr");
    }

    private static @Nullable String language(Consumer<XWPFDocument> declare) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Robin");
            declare.accept(document);
            document.write(out);
            var read = TextExtractor.extract(out.toByteArray(), "robin.docx");
            return ((Extracted.Text) read).language();
        }
    }

    private static byte[] docx() throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var heading = document.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("Opening hours");
            document.createParagraph().createRun().setText("We open at nine.");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Day");
            table.getRow(0).getCell(1).setText("From");
            table.getRow(1).getCell(0).setText("Monday");
            table.getRow(1).getCell(1).setText("9");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
