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
import java.util.List;

/** Files of the data directory, into a backup. */
final class CopiedFiles {
    /** What has no copy in the database. The index has. */
    private static final List<String> DIRECTORIES = List.of("blobs", "audit");

    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final BackupWriter writer;
    private final Digest digest = new Digest();

    CopiedFiles(DataDirectory data, BackupWriter writer) {
        this.root = data.file("");
        this.writer = writer;
    }

    /**
     * Files are written once, or replaced as a whole when a key is: whoever calls this before the
     * database is read and once more after it has all that its rows name.
     *
     * @param since those alone that were written then or later
     */
    void copy(Instant since) throws IOException {
        for (var name : DIRECTORIES) {
            var directory = root.resolve(name);
            if (Files.isDirectory(directory)) {
                Files.walkFileTree(directory, new Copying(since));
            }
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
            begin(root.relativize(file).toString().replace('\\', '/'));
            var buffer = new byte[BUFFER];
            for (var length = in.read(buffer); length > 0; length = in.read(buffer)) {
                piece(buffer, length);
            }
            end();
        }
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
            if (!file.toString().endsWith(UNFINISHED)
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
