package io.taros.backup;

import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The two files of a backup, for their owner alone; they get their names when they are whole. */
final class NewFiles implements AutoCloseable {
    private final Path file;

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
        create(large());
        create(small());
    }

    Path large() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private Path small() {
        return BackupKeys.besides(file)
                .resolveSibling(BackupKeys.besides(file).getFileName() + ".part");
    }

    void writeSmall(String text) throws IOException {
        try (var channel = FileChannel.open(small(), StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    BackupKeys readSmall() {
        return BackupKeys.read(small());
    }

    /**
     * The keys first: without them the other is nothing.
     *
     * @return how many bytes there are
     */
    long put() throws IOException {
        var bytes = Files.size(large());
        Files.move(small(), BackupKeys.besides(file), StandardCopyOption.ATOMIC_MOVE);
        Files.move(large(), file, StandardCopyOption.ATOMIC_MOVE);
        DataDirectory.flush(file.resolveSibling("."));
        return bytes;
    }

    /** Nothing half done is left. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(large());
        Files.deleteIfExists(small());
    }

    private static void create(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path);
        DataDirectory.restrict(path, "rw-------");
    }
}
