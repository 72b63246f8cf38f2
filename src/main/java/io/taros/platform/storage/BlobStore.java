package io.taros.platform.storage;

import com.github.luben.zstd.Zstd;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Files of the bound organization: compressed (zstd), then sealed with its key, one directory per
 * organization. A blob is written once and never changed; it is on disk when {@code put} returns.
 */
@Component
public class BlobStore {
    private static final String UNFINISHED = ".part";
    private static final int MAX_BYTES = 256 * 1024 * 1024;

    private final Path root;
    private final OrganizationKeys keys;

    BlobStore(DataDirectory data, OrganizationKeys keys) {
        root = data.directory("blobs");
        this.keys = keys;
    }

    public void put(BlobId id, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new IllegalArgumentException("A blob is at most 256 MiB");
        }
        var compressed = Zstd.compress(content, 3);
        var framed =
                ByteBuffer.allocate(4 + compressed.length)
                        .putInt(content.length)
                        .put(compressed)
                        .array();
        write(fileOf(id), keys.encrypt(framed, contextOf(id)));
    }

    public Optional<byte[]> get(BlobId id) {
        try {
            var framed =
                    ByteBuffer.wrap(keys.decrypt(Files.readAllBytes(fileOf(id)), contextOf(id)));
            var length = framed.getInt();
            var compressed = new byte[framed.remaining()];
            framed.get(compressed);
            return Optional.of(Zstd.decompress(compressed, length));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(BlobId id) {
        try {
            Files.deleteIfExists(fileOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every blob of the bound organization that is older than this. */
    public List<BlobId> list(Instant before) {
        var directory = directory();
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (var files = Files.walk(directory, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .map(name -> new BlobId(UUID.fromString(name)))
                    .filter(id -> id.madeAt().isBefore(before))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    public void deleteAll() {
        var directory = directory();
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory() {
        return root.resolve(Tenancy.organization().value().toString());
    }

    private Path fileOf(BlobId id) {
        var name = id.value().toString();
        // The last characters of a UUIDv7 are random, the first are the time.
        return directory().resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static String contextOf(BlobId id) {
        return "blob:" + id.value();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
            try (var channel =
                    FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
