package io.taros.knowledge.extract;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page of a scan and has its letters recognized. */
final class ScanReader {
    /** What recognition is made for; a poster gets less. */
    private static final float DOTS_PER_INCH = 300;

    private static final float POINTS_PER_INCH = 72;
    private static final float MAX_DOTS = 20_000_000;
    private static final int MAX_TEXT = 1 << 20;

    private ScanReader() {}

    static ReaderReply read(byte[] content, String name, Recognition how) throws IOException {
        try (var document =
                Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            var text = recognized(picture(document, how.page()), how);
            return ReaderReply.page(
                    new Extracted.Text(PdfReader.title(document, name), text, null),
                    document.getNumberOfPages());
        }
    }

    private static BufferedImage picture(PDDocument document, int page) throws IOException {
        var box = document.getPage(page).getCropBox();
        var area = Math.max(1, box.getWidth() * box.getHeight()) / square(POINTS_PER_INCH);
        var dots = Math.min(DOTS_PER_INCH, (float) Math.sqrt(MAX_DOTS / area));
        return new PDFRenderer(document).renderImageWithDPI(page, dots, ImageType.GRAY);
    }

    private static float square(float length) {
        return length * length;
    }

    private static String recognized(BufferedImage picture, Recognition how) throws IOException {
        var builder =
                new ProcessBuilder(how.command(), "stdin", "stdout", "-l", how.languages())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // The other processors are for answers.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = builder.start();
        try (var in = new BufferedOutputStream(process.getOutputStream())) {
            write(picture, in);
        }
        try (var out = process.getInputStream()) {
            var text = new String(out.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
            return PdfText.joined(text.replace("\f", "").replaceAll("[ \\t]+\\n", "\n"));
        } finally {
            process.destroyForcibly();
        }
    }

    /** As a portable graymap, which every recognizer reads and nobody has to pack. */
    private static void write(BufferedImage picture, BufferedOutputStream out) throws IOException {
        var head = "P5\n%d %d\n255\n".formatted(picture.getWidth(), picture.getHeight());
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
    }
}
