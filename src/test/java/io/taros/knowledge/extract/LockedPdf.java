package io.taros.knowledge.extract;

import java.io.IOException;

/** A file that asks for a password. */
public final class LockedPdf {
    private LockedPdf() {}

    public static byte[] of(String said, String password) throws IOException {
        return PdfReaderTest.locked(said, password, "owner");
    }
}
