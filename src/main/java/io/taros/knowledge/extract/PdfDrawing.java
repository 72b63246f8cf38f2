package io.taros.knowledge.extract;

import io.taros.knowledge.extract.Original.Sheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws the pages of a PDF for people to look at. */
final class PdfDrawing {
    private static final float WIDTH = 1_000;

    /** A receipt of a metre is drawn smaller. */
    private static final float MAX_DOTS = 4_000_000;

    private static final int MAX_SHEETS = 500;

    private PdfDrawing() {}

    static Original.Pages pages(byte[] content) throws IOException {
        try (var document = load(content)) {
            var sheets = sheets(document);
            if (sheets.isEmpty()) {
                throw new IOException("A PDF without pages");
            }
            // What a damaged one says of itself may be more than it has.
            return new Original.Pages(
                    sheets,
                    sheets.size() < MAX_SHEETS ? sheets.size() : document.getNumberOfPages());
        }
    }

    /**
     * @return empty if there is no such page
     */
    static byte[] draw(byte[] content, int number) throws IOException {
        try (var document = load(content)) {
            if (number < 1 || number > document.getNumberOfPages()) {
                return new byte[0];
            }
            var renderer = new PDFRenderer(document);
            // A scan may hold many times the dots that are drawn.
            renderer.setSubsamplingAllowed(true);
            var scale = scale(document.getPage(number - 1));
            return png(renderer.renderImage(number - 1, scale, ImageType.RGB));
        }
    }

    private static PDDocument load(byte[] content) throws IOException {
        return Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache());
    }

    private static List<Sheet> sheets(PDDocument document) {
        var sheets = new ArrayList<Sheet>();
        for (var page : document.getPages()) {
            if (sheets.size() == MAX_SHEETS) {
                break;
            }
            var scale = scale(page);
            sheets.add(new Sheet(dots(width(page), scale), dots(height(page), scale)));
        }
        return sheets;
    }

    private static float scale(PDPage page) {
        var width = Math.max(1, width(page));
        var area = width * Math.max(1, height(page));
        return Math.min(WIDTH / width, (float) Math.sqrt(MAX_DOTS / area));
    }

    private static int dots(float length, float scale) {
        return Math.max(1, (int) (length * scale));
    }

    private static float width(PDPage page) {
        var box = page.getCropBox();
        return isTurned(page) ? box.getHeight() : box.getWidth();
    }

    private static float height(PDPage page) {
        var box = page.getCropBox();
        return isTurned(page) ? box.getWidth() : box.getHeight();
    }

    private static boolean isTurned(PDPage page) {
        return page.getRotation() % 180 != 0;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        }
        return bytes.toByteArray();
    }
}
