package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.knowledge.extract.Extracted.Text;
import io.taros.knowledge.extract.Extracted.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are pictures of letters. */
class ScansTest {
    @AutoClose("destroy")
    private final Readers readers = new Readers();

    @TempDir private Path folder;

    @Test
    void areReadPageByPageWhereTesseractIsInstalled() throws Exception {
        var settings = new OcrSettings("tesseract", "eng", 2);
        assumeTrue(settings.program().isPresent(), "Tesseract is not installed");
        var scan = scan("Our shop opens at nine.", "On Sundays it is closed.");

        assertThat(readers.file(() -> scan, "scan.pdf"))
                .isEqualTo(new Unreadable(ReadProblem.PDF_SCANNED));
        assertThat(new Scans(readers, settings).read(() -> scan, "scan.pdf"))
                .isEqualTo(
                        new Text(
                                "scan.pdf",
                                "Our shop opens at nine.\n\nOn Sundays it is closed.",
                                null));
    }

    @Test
    void areReadByWhateverProgramIsNamed() throws Exception {
        var program = program("cat > /dev/null; echo Nine o-; echo clock, says $4.");
        var scan = scan("One", "Two");

        assertThat(read(scan, new OcrSettings(program, "dan", 2)))
                .isEqualTo(
                        new Text(
                                "scan.pdf",
                                "Nine oclock, says dan.\n\nNine oclock, says dan.",
                                null));
        assertThat(read(scan, new OcrSettings(program, "dan", 1)))
                .isEqualTo(new Unreadable(ReadProblem.SCAN_TOO_LONG));
        assertThat(read(scan, new OcrSettings(program("cat > /dev/null"), "dan", 2)))
                .isEqualTo(new Unreadable(ReadProblem.SCAN_EMPTY));
    }

    @Test
    void areSaidToBeScansWhereNothingIsInstalled() throws Exception {
        for (var command : new String[] {"", "no-such-program", "/no/such/program"}) {
            assertThat(read(scan("One"), new OcrSettings(command, "eng", 2)))
                    .isEqualTo(new Unreadable(ReadProblem.PDF_SCANNED));
        }
    }

    @Test
    void outliveHostilePages() throws Exception {
        var settings = new OcrSettings(program("cat > /dev/null"), "eng", 2);
        try (var files = Files.list(SharedData.folder("attack/pdf"))) {
            for (var file : files.toList()) {
                var content = Files.readAllBytes(file);

                assertThat(read(content, settings))
                        .as(file.toString())
                        .isInstanceOf(Unreadable.class)
                        .isNotEqualTo(new Unreadable(ReadProblem.TOO_SLOW));
            }
        }
    }

    private Extracted read(byte[] scan, OcrSettings settings) throws InterruptedException {
        return new Scans(readers, settings).read(() -> scan, "scan.pdf");
    }

    private String program(String script) throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("recognize" + script.length()), "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    private static byte[] scan(String... pages) throws IOException {
        try (var scan = new PDDocument()) {
            for (var said : pages) {
                var written = PdfReaderTest.pdf(page -> PdfReaderTest.line(page, 72, 700, said));
                try (var document = Loader.loadPDF(written)) {
                    var picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
                    var page = new PDPage(PDRectangle.A4);
                    scan.addPage(page);
                    try (var content = new PDPageContentStream(scan, page)) {
                        content.drawImage(
                                LosslessFactory.createFromImage(scan, picture),
                                0,
                                0,
                                PDRectangle.A4.getWidth(),
                                PDRectangle.A4.getHeight());
                    }
                }
            }
            var out = new ByteArrayOutputStream();
            scan.save(out);
            return out.toByteArray();
        }
    }
}
