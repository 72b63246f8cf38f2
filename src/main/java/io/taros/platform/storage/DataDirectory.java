package io.taros.platform.storage;

import io.taros.platform.StartRefused;
import io.taros.platform.TarosSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The directory that holds everything this installation keeps on disk. One process owns it at a
 * time: the lock is the operating system's, so that it vanishes with the process however that ends.
 */
@Component
public class DataDirectory implements AutoCloseable {
    /** There while a restored installation takes the place of another. */
    public static final String UNFINISHED = "restoring.json";

    private final Path root;
    private final FileChannel lockFile;

    public DataDirectory(TarosSettings settings) {
        root = settings.dataDir().toAbsolutePath().normalize();
        lockFile = lock(root);
        if (Files.exists(root.resolve(UNFINISHED))) {
            close(lockFile);
            throw new StartRefused(
                    "A restore into %s was cut off while it was put in place; run it again."
                            .formatted(root));
        }
    }

    /**
     * Held until it is closed.
     *
     * @throws StartRefused if another process has it
     */
    public static FileChannel lock(Path root) {
        try {
            Files.createDirectories(root);
            var file =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                file.close();
                throw new StartRefused(
                        "Another Taros process is using the data directory %s; stop it first, or set taros.data-dir to another one."
                                .formatted(root));
            }
            return file;
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory %s (taros.data-dir) cannot be written: %s."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** A directory below the root, created readable by the owner alone. */
    public Path directory(String name) {
        var path = root.resolve(name);
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                restrict(path, "rwx------");
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "The directory %s cannot be created: %s.".formatted(path, e.getMessage()), e);
        }
        return path;
    }

    /** A file of its own in the root, which need not exist. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** The names in a directory are on the disk. */
    public static void flush(Path directory) throws IOException {
        // Elsewhere a directory cannot be opened.
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var names = FileChannel.open(directory)) {
                names.force(true);
            }
        }
    }

    /** Sets permissions where the file system knows them. */
    public static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    @Override
    @PreDestroy
    public void close() {
        close(lockFile);
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
