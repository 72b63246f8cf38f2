package io.taros.knowledge.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;

/**
 * Reads Word's DOCX: headings, lists, tables and text, no macros, no embedded files, nothing
 * fetched.
 */
final class DocxReader {
    private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|overskrift)\\s*([1-6])");

    private DocxReader() {}

    static Extracted read(byte[] content, String name) {
        OfficeLimits.set();
        try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
            var text = new StringBuilder();
            for (IBodyElement element : document.getBodyElements()) {
                switch (element) {
                    case XWPFParagraph paragraph -> paragraph(text, paragraph, document);
                    case XWPFTable table -> table(text, table);
                    default -> {}
                }
            }
            String title = document.getProperties().getCoreProperties().getTitle();
            return text.toString().isBlank()
                    ? new Extracted.Unreadable(ReadProblem.EMPTY)
                    : new Extracted.Text(
                            OfficeLimits.titleOr(title, name), text.toString(), language(document));
        } catch (IOException | XmlException | RuntimeException | StackOverflowError damaged) {
            return OfficeLimits.unreadable(damaged);
        }
    }

    /** As its properties say, or else what its spelling is checked in. */
    private static @Nullable String language(XWPFDocument document)
            throws IOException, XmlException {
        var said =
                document.getProperties()
                        .getCoreProperties()
                        .getUnderlyingProperties()
                        .getLanguageProperty()
                        .flatMap(DeclaredLanguage::of);
        if (said.isPresent() || document.getStyles() == null) {
            return said.orElse(null);
        }
        var defaults = document.getStyle().getDocDefaults();
        if (defaults == null || defaults.getRPrDefault() == null) {
            return null;
        }
        var run = defaults.getRPrDefault().getRPr();
        return run == null
                ? null
                : Stream.of(run.getLangArray())
                        .flatMap(checked ->
                                DeclaredLanguage.of(String.valueOf(checked.getVal())).stream())
                        .findFirst()
                        .orElse(null);
    }

    private static void paragraph(
            StringBuilder out, XWPFParagraph paragraph, XWPFDocument document) {
        String text = BlockWriter.squeeze(paragraph.getText());
        if (text.isEmpty()) {
            return;
        }
        int level = headingLevel(paragraph, document);
        if (level > 0) {
            append(out, "\n\n", "#".repeat(level) + " " + text);
            return;
        }
        if (paragraph.getNumID() == null) {
            append(out, "\n\n", text);
            return;
        }
        String mark = "bullet".equals(paragraph.getNumFmt()) ? "- " : "1. ";
        int depth =
                paragraph.getNumIlvl() == null ? 0 : Math.min(paragraph.getNumIlvl().intValue(), 8);
        append(out, isListOpen(out) ? "\n" : "\n\n", "  ".repeat(depth) + mark + text);
    }

    private static boolean isListOpen(StringBuilder out) {
        int start = out.lastIndexOf("\n") + 1;
        return out.substring(start).stripLeading().matches("(?s)(- |1\\. ).*");
    }

    private static int headingLevel(XWPFParagraph paragraph, XWPFDocument document) {
        String id = paragraph.getStyle();
        if (id == null) {
            return 0;
        }
        var style = document.getStyles() == null ? null : document.getStyles().getStyle(id);
        String name = style == null || style.getName() == null ? id : style.getName();
        if (name.equalsIgnoreCase("title")) {
            return 1;
        }
        Matcher heading = HEADING.matcher(name);
        Matcher byId = HEADING.matcher(id);
        return heading.find()
                ? Integer.parseInt(heading.group(1))
                : byId.find() ? Integer.parseInt(byId.group(1)) : 0;
    }

    private static void table(StringBuilder out, XWPFTable table) {
        String separator = "\n\n";
        for (XWPFTableRow row : table.getRows()) {
            String cells =
                    row.getTableCells().stream()
                            .map(cell -> BlockWriter.squeeze(cell.getText()).replace("|", "/"))
                            .collect(Collectors.joining(" | ", "| ", " |"));
            if (!cells.replaceAll("[| ]", "").isEmpty()) {
                append(out, separator, cells);
                separator = "\n";
            }
        }
    }

    private static void append(StringBuilder out, String separator, String text) {
        out.append(out.isEmpty() ? "" : separator).append(text);
    }
}
