package io.taros.knowledge.extract;

import java.io.IOException;
import java.util.Arrays;

/** A file of pages with a line on each. */
public final class DrawnPdf {
    private DrawnPdf() {}

    public static byte[] of(String... pages) throws IOException {
        return PdfReaderTest.pdf(
                Arrays.stream(pages)
                        .<PdfReaderTest.Drawing>map(
                                said -> page -> PdfReaderTest.line(page, 72, 700, said))
                        .toArray(PdfReaderTest.Drawing[]::new));
    }
}
