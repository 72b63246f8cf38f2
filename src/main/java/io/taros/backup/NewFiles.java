package io.taros.backup;

import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The two files of a backup, for their owner alone; they get their names when they are whole. */
final class NewFiles implements AutoCloseable {
    private final Path file;
    private final Path large;
    private final Path small;

    NewFiles(Path file) throws IOException {
        this.file = file.toAbsolutePath().normalize();
        for (var path : new Path[] {this.file, BackupKeys.besides(this.file)}) {
            if (Files.exists(path)) {
                throw new BadBackup(
                        "%s exists already: name a file that does not.".formatted(path));
            }
        }
        var folder = this.file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadBackup("There is no directory for the file %s.".formatted(this.file));
        }
        // A name that nobody else has: what is there of others is left alone.
        var part = "." + UUID.randomUUID() + ".part";
        large = this.file.resolveSibling(this.file.getFileName() + part);
        small = this.file.resolveSibling(BackupKeys.besides(this.file).getFileName() + part);
        create(large);
        create(small);
    }

    Path large() {
        return large;
    }

    void writeSmall(String text) throws IOException {
        try (var channel = FileChannel.open(small, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    BackupKeys readSmall() {
        return BackupKeys.read(small);
    }

    /**
     * The keys first: without them the other is nothing.
     *
     * @return how many bytes there are
     */
    long put() throws IOException {
        var bytes = Files.size(large);
        move(small, BackupKeys.besides(file));
        try {
            move(large, file);
        } catch (IOException | RuntimeException failed) {
            Files.delete(BackupKeys.besides(file));
            throw failed;
        }
        DataDirectory.flush(file.resolveSibling("."));
        return bytes;
    }

    /** Nothing half done is left. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(large);
        Files.deleteIfExists(small);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (FileAlreadyExistsException meanwhile) {
            throw new BadBackup(
                    "%s exists already: name a file that does not.".formatted(to), meanwhile);
        }
    }

    private static void create(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }
}
