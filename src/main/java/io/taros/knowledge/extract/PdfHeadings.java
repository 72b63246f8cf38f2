package io.taros.knowledge.extract;

import io.taros.knowledge.extract.PdfSheet.Heading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** What the bookmarks of a document call its parts, by page. */
final class PdfHeadings {
    private static final int MAX = 5_000;
    private static final int MAX_LEVEL = 6;

    private final PDDocument document;
    private final Map<COSDictionary, List<Heading>> byPage = new IdentityHashMap<>();

    /** Broken ones lead in a circle. */
    private int seen;

    private PdfHeadings(PDDocument document) {
        this.document = document;
    }

    static PdfHeadings of(PDDocument document) {
        var headings = new PdfHeadings(document);
        try {
            var outline = document.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                headings.gather(outline, 1);
            }
        } catch (IOException | RuntimeException broken) {
            return headings;
        }
        return headings;
    }

    List<Heading> on(PDPage page) {
        return byPage.getOrDefault(page.getCOSObject(), List.of());
    }

    private void gather(PDOutlineNode parent, int level) throws IOException {
        var item = parent.getFirstChild();
        while (item != null && seen < MAX) {
            seen++;
            add(item, level);
            if (level < MAX_LEVEL) {
                gather(item, level + 1);
            }
            item = item.getNextSibling();
        }
    }

    private void add(PDOutlineItem item, int level) throws IOException {
        var page = item.findDestinationPage(document);
        var title = item.getTitle() == null ? "" : BlockWriter.squeeze(item.getTitle());
        if (page != null && !title.isEmpty()) {
            byPage.computeIfAbsent(page.getCOSObject(), key -> new ArrayList<>())
                    .add(new Heading(level, title));
        }
    }
}
