package io.taros.knowledge.extract;

import io.taros.knowledge.extract.PdfColumns.Glyph;
import io.taros.knowledge.extract.PdfSheet.Line;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the lines of every page, with what is written on top of it: fields, notes, stamps. */
final class PdfPages extends PDFTextStripper {
    /** More than the space between words, in heights of letters. */
    private static final float CELL_GAP = 2.2f;

    private final List<PdfSheet> sheets = new ArrayList<>();
    private final PdfHeadings headings;
    private final PdfFields fields;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean starts = true;
    private float base;
    private float end;

    private PdfPages(PDDocument document) {
        headings = PdfHeadings.of(document);
        fields = PdfFields.of(document);
        setSortByPosition(true);
    }

    /** A page that is broken is left out. */
    static List<PdfSheet> of(PDDocument document) throws IOException {
        var pages = new PdfPages(document);
        pages.writeText(document, Writer.nullWriter());
        return pages.sheets;
    }

    @Override
    public void processPage(PDPage page) {
        lines.clear();
        line.setLength(0);
        try {
            super.processPage(page);
        } catch (IOException | RuntimeException broken) {
            endLine();
        }
        var plain = String.join("\n", lines.stream().map(Line::text).toList());
        sheets.add(
                new PdfSheet(
                        page.getCropBox().getHeight(),
                        lines,
                        headings.on(page),
                        fields.typedOn(page, plain)));
    }

    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (!annotation.isHidden() && !(annotation instanceof PDAnnotationPopup)) {
                showAnnotation(annotation);
            }
        }
        var positions = charactersByArticle.stream().flatMap(List::stream).toList();
        charactersByArticle = new ArrayList<>();
        for (var turned : byDirection(positions)) {
            for (var part : PdfColumns.of(glyphs(turned))) {
                charactersByArticle.add(
                        new ArrayList<>(
                                part.stream().map(glyph -> turned.get(glyph.at())).toList()));
            }
        }
        super.writePage();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            line.append(text);
            return;
        }
        var first = positions.getFirst();
        var gap = first.getXDirAdj() - end;
        if (gap > CELL_GAP * first.getHeightDir() && line.toString().endsWith(" ")) {
            line.setCharAt(line.length() - 1, PdfSheet.CELL);
        }
        line.append(text);
        base = first.getYDirAdj();
        end = positions.getLast().getXDirAdj() + positions.getLast().getWidthDirAdj();
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        starts = true;
    }

    @Override
    protected void endArticle() {
        endLine();
        starts = true;
    }

    private void endLine() {
        var text = line.toString().replace('\u00a0', ' ').strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.add(new Line(text, base, starts));
            starts = false;
        }
    }

    /** What runs upright first; what stands on its side is a note at the edge. */
    private static List<List<TextPosition>> byDirection(List<TextPosition> positions) {
        Map<Float, List<TextPosition>> turned = new TreeMap<>();
        for (var position : positions) {
            turned.computeIfAbsent(position.getDir(), direction -> new ArrayList<>()).add(position);
        }
        return List.copyOf(turned.values());
    }

    private static List<Glyph> glyphs(List<TextPosition> positions) {
        var glyphs = new ArrayList<Glyph>(positions.size());
        for (var at = 0; at < positions.size(); at++) {
            var position = positions.get(at);
            // A blank fills no gap: some programs write whole lines of them.
            if (!position.getUnicode().isBlank()) {
                glyphs.add(
                        new Glyph(
                                at,
                                position.getXDirAdj(),
                                position.getXDirAdj() + position.getWidthDirAdj(),
                                position.getYDirAdj(),
                                position.getHeightDir()));
            }
        }
        return glyphs;
    }
}
