package io.taros.backup;

import io.taros.platform.sql.copy.Digest;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Files of the data directory, into a backup. */
final class CopiedFiles {
    /** What has no copy in the database. The index has. */
    private static final String BLOBS = "blobs";

    private static final String AUDIT = "audit";
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final BackupWriter writer;
    private final Digest digest = new Digest();
    private final Set<UUID> blobs = new HashSet<>();

    CopiedFiles(DataDirectory data, BackupWriter writer) {
        this.root = data.file("");
        this.writer = writer;
    }

    /**
     * All of them, before the database is read: the ends of the audit logs may not know more than
     * its rows.
     */
    void copyAll() throws IOException {
        copy(AUDIT, Instant.MIN);
        copy(BLOBS, Instant.MIN);
    }

    /**
     * Once more while it is read: files are written once, or replaced as a whole when a key is, and
     * so all that its rows name is copied then.
     *
     * @param since those alone that were written then or later
     */
    void copyBlobs(Instant since) throws IOException {
        copy(BLOBS, since);
    }

    boolean has(UUID blob) {
        return blobs.contains(blob);
    }

    private void copy(String name, Instant since) throws IOException {
        var directory = root.resolve(name);
        if (Files.isDirectory(directory)) {
            Files.walkFileTree(directory, new Copying(since));
        }
    }

    void copy(String name, byte[] bytes) throws IOException {
        begin(name);
        piece(bytes, bytes.length);
        end();
    }

    Digest.Total total() {
        return digest.total();
    }

    private void copy(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var name = name(file);
            Contents.blob(name).ifPresent(blobs::add);
            begin(name);
            var buffer = new byte[BUFFER];
            for (var length = in.read(buffer); length > 0; length = in.read(buffer)) {
                piece(buffer, length);
            }
            end();
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private void begin(String name) throws IOException {
        writer.begin(Contents.FILE + name);
        digest.update(Contents.FILE + name);
    }

    private void piece(byte[] bytes, int length) throws IOException {
        writer.piece(bytes, length);
        digest.update(bytes, length);
    }

    private void end() throws IOException {
        writer.end();
        digest.end();
    }

    private final class Copying extends SimpleFileVisitor<Path> {
        private final Instant since;

        Copying(Instant since) {
            this.since = since;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (Contents.isOurs(name(file))
                    && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
                try {
                    copy(file);
                } catch (NoSuchFileException deletedMeanwhile) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
