package io.taros.knowledge.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Reads PowerPoint's slides as they are shown: no notes of the speaker, no hidden slides. */
final class SlidesReader {
    private final StructuredText out = new StructuredText();

    private SlidesReader() {}

    static Extracted read(byte[] content, String name) {
        OfficeLimits.set();
        try (var show = new XMLSlideShow(new ByteArrayInputStream(content))) {
            var reader = new SlidesReader();
            show.getSlides().stream().filter(slide -> !slide.isHidden()).forEach(reader::slide);
            var title = show.getProperties().getCoreProperties().getTitle();
            return new Extracted.Text(OfficeLimits.titleOr(title, name), reader.out.text(), null);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return OfficeLimits.unreadable(damaged);
        }
    }

    private void slide(XSLFSlide slide) {
        var title = slide.getTitle();
        var isTitled = title != null && !title.isBlank();
        out.heading(2, isTitled ? title : "Slide " + slide.getSlideNumber());
        slide.getShapes().forEach(this::shape);
        out.end();
    }

    private void shape(XSLFShape shape) {
        switch (shape) {
            case XSLFTextShape text when !isRepeated(text) ->
                    text.getTextParagraphs().forEach(this::paragraph);
            case XSLFTable table -> table(table);
            case XSLFGroupShape group -> group.getShapes().forEach(this::shape);
            default -> {}
        }
    }

    /** The title is the heading; the date, footer and number stand on every slide. */
    private static boolean isRepeated(XSLFTextShape text) {
        var type = text.getTextType();
        return type != null
                && switch (type) {
                    case TITLE, CENTERED_TITLE, DATETIME, FOOTER, SLIDE_NUMBER, HEADER -> true;
                    default -> false;
                };
    }

    private void paragraph(XSLFTextParagraph paragraph) {
        if (paragraph.isBullet()) {
            out.item(paragraph.getIndentLevel(), "-", paragraph.getText());
        } else {
            out.paragraph(paragraph.getText());
        }
    }

    private void table(XSLFTable table) {
        var rows = new TableRows(out);
        for (var row : table.getRows()) {
            rows.row(row.getCells().stream().map(XSLFTextShape::getText).toList());
        }
        rows.end();
    }
}
