package io.taros.legal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/**
 * Lines on A4 pages, one below the other. In a font every reader has; what its Western alphabet
 * lacks becomes a question mark.
 */
final class Paper implements Closeable {
    private static final float MARGIN = 64;
    private static final float LEADING = 1.4f;
    private static final float INDENT = 12;

    private final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private @Nullable PDPageContentStream stream;
    private float y;

    Paper(String title) {
        document.getDocumentInformation().setTitle(title);
    }

    void title(String text) throws IOException {
        lines(text, bold, 20, 0);
        y -= 4;
    }

    void heading(String text) throws IOException {
        y -= 10;
        lines(text, bold, 13, 0);
    }

    void text(String text) throws IOException {
        lines(text, plain, 10.5f, 0);
        y -= 4;
    }

    void item(String text) throws IOException {
        lines("\u2022 " + text, plain, 10.5f, INDENT);
    }

    void small(String text) throws IOException {
        lines(text, plain, 9, 0);
        y -= 4;
    }

    void save(OutputStream out) throws IOException {
        if (stream != null) {
            stream.close();
        }
        document.save(out);
    }

    private void lines(String text, PDFont font, float size, float indent) throws IOException {
        var width = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
        for (var line : broken(legible(text, font), font, size, width)) {
            var page = room(size * LEADING);
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(MARGIN + indent, y);
            page.showText(line);
            page.endText();
        }
    }

    /** On this page, or on the next. */
    private PDPageContentStream room(float height) throws IOException {
        y -= height;
        if (stream == null || y < MARGIN) {
            if (stream != null) {
                stream.close();
            }
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            stream = new PDPageContentStream(document, page);
            y = PDRectangle.A4.getHeight() - MARGIN - height;
        }
        return stream;
    }

    private static List<String> broken(String text, PDFont font, float size, float width)
            throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String legible(String text, PDFont font) {
        var known = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    var character = Character.toString(point);
                    try {
                        font.encode(character);
                        known.append(character);
                    } catch (IOException | IllegalArgumentException unknown) {
                        known.append('?');
                    }
                });
        return known.toString();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
