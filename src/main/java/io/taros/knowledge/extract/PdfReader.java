package io.taros.knowledge.extract;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Reads the text of a PDF. */
final class PdfReader {
    private static final int MAX_PAGES = 3_000;

    /** A layer name or a stamp does not make a scan readable. */
    private static final int FEW = 100;

    private static final Pattern TOOL_TITLE =
            Pattern.compile(
                    "(?i)(microsoft (word|powerpoint)|untitled|unnamed|print).*|.*\\.[a-z]{2,5}");

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
        var text = PdfText.of(PdfPages.of(document));
        return text.length() < FEW && hasPictures(document) ? "" : text;
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

    static String title(PDDocument document, String name) {
        String title = document.getDocumentInformation().getTitle();
        String plain = title == null ? "" : BlockWriter.squeeze(title);
        return plain.length() < 4 || plain.length() > 200 || TOOL_TITLE.matcher(plain).matches()
                ? name
                : plain;
    }

    private static @Nullable String language(PDDocument document) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        return DeclaredLanguage.of(catalog.getString(COSName.LANG)).orElse(null);
    }
}
