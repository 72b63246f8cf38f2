package io.taros.platform.erasure;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line for each erasure, on the disk when {@link #append} returns. Several nodes may share it: a
 * file beside it is locked by whoever writes.
 */
public final class JournalFile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWNER_ALONE = "rw-------";

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();

    public JournalFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Lines that are none, such as one cut short by a crash, are left out. */
    public List<Erasure> read() {
        try (var lines = Files.lines(file)) {
            return lines.map(JournalFile::parse).filter(line -> line != null).toList();
        } catch (java.nio.file.NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of erasures cannot be read", e);
        }
    }

    public void append(List<Erasure> erasures) {
        if (!erasures.isEmpty()) {
            alone(() -> add(text(erasures)));
        }
    }

    /** Drops all other lines. */
    void keep(Predicate<Erasure> kept) {
        alone(() -> write(read().stream().filter(kept).toList()));
    }

    /** These lines and no other. */
    public void replace(List<Erasure> erasures) {
        alone(() -> write(erasures));
    }

    private boolean write(List<Erasure> erasures) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        create(unfinished);
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            write(channel, text(erasures));
        }
        Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
        DataDirectory.flush(file.resolveSibling("."));
        return true;
    }

    private boolean add(String lines) throws IOException {
        if (!exists()) {
            create(file);
            DataDirectory.flush(file.resolveSibling("."));
        }
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var end = channel.size();
            var isWhole = end == 0 || byteBefore(channel, end) == '\n';
            channel.position(end);
            write(channel, isWhole ? lines : "\n" + lines);
        }
        return true;
    }

    private static byte byteBefore(FileChannel channel, long end) throws IOException {
        var last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static void create(Path path) throws IOException {
        Files.createFile(path);
        DataDirectory.restrict(path, OWNER_ALONE);
    }

    private void alone(Callable<Boolean> work) {
        writing.lock();
        try {
            Files.createDirectories(file.resolveSibling("."));
            try (var guard =
                            FileChannel.open(
                                    file.resolveSibling(file.getFileName() + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var held = guard.lock()) {
                if (held.isValid()) {
                    work.call();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of erasures cannot be written", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            writing.unlock();
        }
    }

    public static String text(List<Erasure> erasures) {
        return erasures.stream()
                .map(erasure -> JSON.writeValueAsString(erasure) + "\n")
                .collect(Collectors.joining());
    }

    private static @Nullable Erasure parse(String line) {
        try {
            return JSON.readValue(line, Erasure.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
