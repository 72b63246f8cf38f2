package io.taros.knowledge.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Takes the password off a PDF. */
final class PdfLock {
    private PdfLock() {}

    /**
     * @return the file, empty if the password does not open it
     */
    static byte[] open(byte[] content, String password) throws IOException {
        try (var document =
                Loader.loadPDF(
                        content, password, null, null, IOUtils.createMemoryOnlyStreamCache())) {
            document.setAllSecurityToBeRemoved(true);
            var open = new ByteArrayOutputStream(content.length);
            document.save(open);
            return open.toByteArray();
        } catch (InvalidPasswordException wrong) {
            return new byte[0];
        }
    }
}
