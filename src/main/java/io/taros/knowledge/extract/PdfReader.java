package io.taros.knowledge.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of a PDF, page by page, with what people typed into its forms. */
final class PdfReader {
    private static final int MAX_PAGES = 3_000;

    /** A layer name or a stamp does not make a scan readable. */
    private static final int FEW = 100;

    private static final Pattern TOOL_TITLE =
            Pattern.compile(
                    "(?i)(microsoft (word|powerpoint)|untitled|unnamed|print).*|.*\\.[a-z]{2,5}");
    private static final Pattern HYPHENATED =
            Pattern.compile("(\\p{L})[-\u00ad\u2010]\\n(\\p{Ll})");

    private PdfReader() {}

    static Extracted read(byte[] content, String name) {
        try (PDDocument document =
                // In memory, which is limited, rather than on a disk, which a bomb would fill.
                Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MAX_PAGES) {
                return new Extracted.Unreadable(ReadProblem.PDF_TOO_LONG);
            }
            String text = text(document);
            if (text.isBlank()) {
                return new Extracted.Unreadable(
                        document.getNumberOfPages() == 0
                                ? ReadProblem.PDF_DAMAGED
                                : ReadProblem.PDF_SCANNED);
            }
            return new Extracted.Text(title(document, name), text, language(document));
        } catch (InvalidPasswordException locked) {
            return new Extracted.Unreadable(ReadProblem.PDF_PASSWORD);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // PDFBox answers broken files with all of these.
            return new Extracted.Unreadable(ReadProblem.PDF_DAMAGED);
        }
    }

    private static String text(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setLineSeparator("\n");
        stripper.setParagraphEnd("\n");
        stripper.setPageEnd("\n");
        var text = new StringBuilder();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String plain = stripper.getText(document).strip();
            append(text, tidy(plain));
            append(text, String.join("\n", typed(document, page - 1, plain)));
        }
        return text.length() < FEW && hasPictures(document) ? "" : text.toString();
    }

    private static boolean hasPictures(PDDocument document) {
        for (PDPage page : document.getPages()) {
            var resources = page.getResources();
            for (COSName name :
                    resources == null ? List.<COSName>of() : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void append(StringBuilder text, String part) {
        if (!part.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(part);
        }
    }

    private static String tidy(String page) {
        String joined = HYPHENATED.matcher(page).replaceAll("$1$2");
        return joined.replace("\u00a0", " ")
                .replace("\u00ad", "")
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n");
    }

    /** Values of form fields are drawn by the viewer and missing from the page's own text. */
    private static List<String> typed(PDDocument document, int page, String plain) {
        List<String> values = new ArrayList<>();
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form == null) {
                return values;
            }
            PDPage sheet = document.getPage(page);
            for (PDAnnotation annotation : sheet.getAnnotations()) {
                if (annotation instanceof PDAnnotationWidget widget) {
                    String value = value(form, widget);
                    if (!value.isBlank() && !plain.contains(value)) {
                        values.add(value);
                    }
                }
            }
        } catch (IOException | RuntimeException brokenForm) {
            return values;
        }
        return values;
    }

    private static String value(PDAcroForm form, PDAnnotationWidget widget) {
        for (PDField field : form.getFieldTree()) {
            boolean mine =
                    field.getWidgets().stream()
                            .anyMatch(other -> other.getCOSObject() == widget.getCOSObject());
            if (mine) {
                return switch (field) {
                    case PDTextField text -> text.getValue();
                    case PDChoice choice -> String.join(", ", choice.getValue());
                    default -> "";
                };
            }
        }
        return "";
    }

    private static String title(PDDocument document, String name) {
        String title = document.getDocumentInformation().getTitle();
        String plain = title == null ? "" : BlockWriter.squeeze(title);
        return plain.length() < 4 || plain.length() > 200 || TOOL_TITLE.matcher(plain).matches()
                ? name
                : plain;
    }

    private static @org.jspecify.annotations.Nullable String language(PDDocument document) {
        String language = document.getDocumentCatalog().getCOSObject().getString(COSName.LANG);
        return language != null && language.matches("[A-Za-z]{2,3}([-_].*)?")
                ? language.split("[-_]", 2)[0].toLowerCase(java.util.Locale.ROOT)
                : null;
    }
}
