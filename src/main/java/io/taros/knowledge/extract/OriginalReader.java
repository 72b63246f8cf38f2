package io.taros.knowledge.extract;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Shows a file as it is. */
final class OriginalReader {
    private OriginalReader() {}

    static ReaderReply look(byte[] content, String name) throws IOException {
        try {
            return ReaderReply.of(
                    switch (FileKind.of(content, name)) {
                        case PDF -> new Look(PdfDrawing.pages(content), null);
                        case HTML -> text(Charsets.decode(content, null, true));
                        case MAIL, MARKDOWN, CSV, TEXT ->
                                text(Charsets.decode(content, null, false));
                        case DOCX,
                                XLSX,
                                PPTX,
                                ODF,
                                EPUB,
                                RTF,
                                OLD_OFFICE,
                                LOCKED_OFFICE,
                                ZIP,
                                ARCHIVE,
                                UNKNOWN ->
                                Look.CLOSED;
                    });
        } catch (InvalidPasswordException locked) {
            return ReaderReply.problem(ReadProblem.PDF_PASSWORD);
        }
    }

    /**
     * @param number of the page, the first being 1
     * @return a PNG, empty if there is no such page
     */
    static byte[] draw(byte[] content, String name, int number) throws IOException {
        return FileKind.of(content, name) == FileKind.PDF
                ? PdfDrawing.draw(content, number)
                : new byte[0];
    }

    private static Look text(String decoded) {
        var beginning = Beginning.of(decoded);
        return new Look(null, new Beginning(PlainText.of(beginning.shown()), beginning.isWhole()));
    }
}
