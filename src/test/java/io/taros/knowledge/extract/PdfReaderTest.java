package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Extracted.Text;
import io.taros.knowledge.extract.Extracted.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;

/** What is on the pages of a PDF, in the order people read it. */
class PdfReaderTest {
    private static final List<String> LEFT =
            List.of(
                    "Parcels are sent on the day they are",
                    "ordered, if that is before noon. They",
                    "take two days within the country and",
                    "up to a week elsewhere in the world, be-",
                    "cause customs want to look at them.");
    private static final List<String> RIGHT =
            List.of(
                    "Whoever does not like what came may",
                    "send it back within thirty days. The",
                    "money is paid back on the very day the",
                    "parcel is here again, and nobody is ever",
                    "asked why it was not liked at all.");

    @Test
    void columnsAreReadOneAfterTheOther() throws IOException {
        var text =
                pdf(page -> {
                    line(
                            page,
                            72,
                            760,
                            "Shipping and returns of everything that can be bought in the shop");
                    for (var i = 0; i < 5; i++) {
                        line(page, 72, 700 - 14 * i, LEFT.get(i));
                        line(page, 320, 700 - 14 * i, RIGHT.get(i));
                    }
                });

        assertThat(read(text))
                .containsSubsequence(
                        "Shipping and returns",
                        "sent on the day",
                        "elsewhere in the world, because customs",
                        "Whoever does not like",
                        "asked why");
    }

    @Test
    void tablesAreReadRowByRow() throws IOException {
        var text =
                pdf(page -> {
                    for (var i = 0; i < 6; i++) {
                        line(page, 72, 700 - 14 * i, "Hammer " + i);
                        line(page, 220, 700 - 14 * i, i + " kr.");
                        line(page, 400, 700 - 14 * i, i % 2 == 0 ? "in stock" : "sold out");
                    }
                });

        assertThat(read(text))
                .contains("| Hammer 0 | 0 kr. | in stock |\n| Hammer 1 | 1 kr. | sold out |\n");
    }

    @Test
    void whatStandsOnEveryPageIsLeftOut() throws IOException {
        Drawing[] pages = new Drawing[4];
        for (var i = 0; i < 4; i++) {
            var number = i + 1;
            pages[i] =
                    page -> {
                        line(page, 72, 800, "Handbook of the shop");
                        line(page, 72, 500, "What page number " + number + " has to say.");
                        line(page, 300, 30, "Page " + number + " of 4");
                    };
        }

        assertThat(read(pdf(pages)))
                .isEqualTo(
                        """
                        Handbook of the shop

                        What page number 1 has to say.

                        What page number 2 has to say.

                        What page number 3 has to say.

                        What page number 4 has to say.\
                        """);
    }

    @Test
    void bookmarksAreHeadings() throws IOException {
        try (var document = new PDDocument()) {
            draw(
                    document,
                    page -> {
                        line(page, 72, 700, "2.1 Opening hours");
                        line(page, 72, 650, "We open at nine.");
                    });
            var outline = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(outline);
            var guide = bookmark(document, "The guide");
            outline.addLast(guide);
            guide.addLast(bookmark(document, "Opening Hours"));

            assertThat(read(saved(document)))
                    .isEqualTo("# The guide\n\n## 2.1 Opening hours\n\nWe open at nine.");
        }
    }

    @Test
    void aPasswordThatOnlyForbidsIsNoHindrance() throws IOException {
        assertThat(read(locked("We open at nine.", "", "owner"))).contains("We open at nine.");
    }

    @Test
    void aPasswordThatLocksIsAskedFor() throws IOException {
        var locked = locked("We open at nine.", "pässwört", "owner");

        assertThat(TextExtractor.extract(locked, "a.pdf"))
                .isEqualTo(new Unreadable(ReadProblem.PDF_PASSWORD));
        assertThat(PdfLock.open(locked, "password")).isEmpty();
        assertThat(read(PdfLock.open(locked, "pässwört"))).contains("We open at nine.");
    }

    static byte[] locked(String said, String user, String owner) throws IOException {
        try (var document = Loader.loadPDF(pdf(page -> line(page, 72, 700, said)))) {
            var policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return saved(document);
        }
    }

    interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    static byte[] pdf(Drawing... pages) throws IOException {
        try (var document = new PDDocument()) {
            for (var page : pages) {
                draw(document, page);
            }
            return saved(document);
        }
    }

    private static void draw(PDDocument document, Drawing drawing) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            drawing.on(content);
        }
    }

    static void line(PDPageContentStream page, float x, float y, String text) throws IOException {
        page.beginText();
        page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    private static PDOutlineItem bookmark(PDDocument document, String title) {
        var bookmark = new PDOutlineItem();
        bookmark.setTitle(title);
        var place = new PDPageFitDestination();
        place.setPage(document.getPage(0));
        bookmark.setDestination(place);
        return bookmark;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static String read(byte[] content) {
        return switch (TextExtractor.extract(content, "a.pdf")) {
            case Text(_, var text, _) -> text;
            case Unreadable(var problem) -> problem.name();
        };
    }
}
