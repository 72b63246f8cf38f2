package io.taros.knowledge.extract;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a file that is a ZIP inside. Nothing of it is ever written to a disk. */
final class ZipParts implements AutoCloseable {
    private static final int MAX_PARTS = 5_000;
    private static final int MAX_PART = 64 << 20;
    private static final long MAX_IN_ALL = 256L << 20;

    /** No honest text is packed denser; below the second figure it does no harm. */
    private static final int DENSEST = 200;

    private static final int HARMLESS = 1 << 20;

    private final ZipFile zip;
    private long left = MAX_IN_ALL;

    /** It holds more than we unpack. */
    static final class Inflates extends IOException {
        Inflates() {
            super("Unpacks to more than is read");
        }
    }

    /** A part of it is encrypted. */
    static final class Locked extends IOException {
        Locked() {
            super("Asks for a password");
        }
    }

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    static ZipParts of(byte[] content) throws IOException {
        var zip = ZipFile.builder().setByteArray(content).get();
        var parts = new ZipParts(zip);
        if (parts.entries().size() > MAX_PARTS) {
            zip.close();
            throw new Inflates();
        }
        return parts;
    }

    /** In the order they are listed; no folders. */
    List<String> names() {
        return entries().stream()
                .filter(entry -> !entry.isDirectory() && !entry.isUnixSymlink())
                .map(ZipArchiveEntry::getName)
                .toList();
    }

    Optional<byte[]> find(String name) throws IOException {
        var entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(unpacked(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private List<ZipArchiveEntry> entries() {
        return Collections.list(zip.getEntries());
    }

    private byte[] unpacked(ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Locked();
        }
        var packed = Math.max(1, entry.getCompressedSize());
        var max = Math.min(Math.min(MAX_PART, left), Math.max(HARMLESS, packed * DENSEST));
        try (var part = zip.getInputStream(entry)) {
            var content = part.readNBytes((int) max);
            if (part.read() >= 0) {
                throw new Inflates();
            }
            left -= content.length;
            return content;
        }
    }
}
