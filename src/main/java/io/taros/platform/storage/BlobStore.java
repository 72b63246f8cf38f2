package io.taros.platform.storage;

import com.github.luben.zstd.Zstd;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.crypto.SealedElsewhere;
import io.taros.platform.security.OrganizationId;
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
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files of the bound organization: compressed (zstd), then sealed with its key, one directory per
 * organization. A blob is written once and never changed; it is on disk when {@code put} returns.
 */
@Component
public class BlobStore implements SealedElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(BlobStore.class);
    private static final String UNFINISHED = ".part";
    private static final String RESEALED = ".resealed" + UNFINISHED;

    /** Enough to tell which key closed it. */
    private static final int START = 16;

    private static final int MAX_BYTES = 256 * 1024 * 1024;

    private final Path root;
    private final OrganizationKeys keys;
    private final ReentrantLock replacing = new ReentrantLock();

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
        replacing.lock();
        try {
            Files.deleteIfExists(fileOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            replacing.unlock();
        }
    }

    /** Whoever has files, or had. */
    List<OrganizationId> owners() {
        try (var all = Files.list(root)) {
            return all.map(path ->
                            new OrganizationId(UUID.fromString(path.getFileName().toString())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes the disk still takes, whoever they belong to. */
    public long space() {
        return root.toFile().getUsableSpace();
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
        replacing.lock();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            replacing.unlock();
        }
    }

    /** Those of one directory after another, so that a batch never has all of them. */
    @Override
    public Optional<String> reseal(String after) {
        var next = directories().stream().filter(name -> name.compareTo(after) > 0).findFirst();
        next.ifPresent(name -> reseal(directory().resolve(name)));
        return next;
    }

    @Override
    public boolean isStale() {
        return directories().stream().anyMatch(name -> isStale(directory().resolve(name)));
    }

    @Override
    public String name() {
        return "blob";
    }

    private List<String> directories() {
        if (!Files.exists(directory())) {
            return List.of();
        }
        try (var all = Files.list(directory())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reseal(Path some) {
        try (var files = Files.list(some)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(RESEALED)) {
                    // Of somebody who was cut off: one at a time does this.
                    Files.deleteIfExists(file);
                } else if (!name.endsWith(UNFINISHED)) {
                    reseal(file, contextOf(new BlobId(UUID.fromString(name))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isStale(Path some) {
        try (var files = Files.list(some)) {
            for (var file : files.toList()) {
                if (!file.getFileName().toString().endsWith(UNFINISHED) && isOlder(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its first bytes. */
    private boolean isOlder(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return !keys.isNewest(bytes.readNBytes(START));
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        }
    }

    private void reseal(Path file, String context) throws IOException {
        try {
            var sealed = Files.readAllBytes(file);
            if (!keys.isNewest(sealed)) {
                replace(file, keys.encrypt(keys.decrypt(sealed, context), context));
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            LOG.debug("A file was deleted before it was sealed anew");
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
            Files.move(unfinished(file, bytes, UNFINISHED), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was deleted meanwhile does not come back: nothing is deleted between the look and the
     * move. Should another node delete it in that moment, the file belongs to nothing and goes with
     * all that is stray.
     */
    private void replace(Path file, byte[] bytes) throws IOException {
        var unfinished = unfinished(file, bytes, "." + UUID.randomUUID() + RESEALED);
        replacing.lock();
        try {
            if (Files.exists(file)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(unfinished);
            }
        } finally {
            replacing.unlock();
        }
    }

    private static Path unfinished(Path file, byte[] bytes, String ending) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ending);
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
        return unfinished;
    }
}
