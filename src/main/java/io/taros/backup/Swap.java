package io.taros.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.taros.platform.sql.copy.SecondSchema;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A restored installation takes the place of the one there was, which is moved aside. A file says
 * how far that is to go: cut off anywhere, it is finished by the next restore, and until then no
 * server starts.
 *
 * @param old what is moved aside
 * @param fresh what is put in place
 * @param aside the name of where to; with a database of its own, also of its schema
 * @param outcome what is said at the end
 */
record Swap(List<String> old, List<String> fresh, String aside, Outcome outcome) {
    /** Everything of an installation; what else may lie in its directory is left alone. */
    static final List<String> NAMES =
            List.of(
                    "postgres",
                    "keys",
                    "blobs",
                    "index",
                    "audit",
                    "erasures.jsonl",
                    "erasures.jsonl.lock");

    /** Where the restored one is made. */
    static final String STAGING = "restoring";

    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private static final JsonMapper JSON = JsonMapper.shared();

    Swap {
        old = List.copyOf(old);
        fresh = List.copyOf(fresh);
    }

    /** What is there of an installation. */
    static List<String> found(Path root) {
        return NAMES.stream().filter(name -> Files.exists(root.resolve(name))).toList();
    }

    /**
     * What would be found out half-way otherwise.
     *
     * @throws BadBackup if something cannot be moved aside
     */
    static void checkMovable(Path root) throws IOException {
        for (var name : found(root)) {
            if (!isMovable(root.resolve(name))) {
                throw new BadBackup(
                        "%s is mounted there and cannot be moved aside: restore into a data directory (taros.data-dir) that has all of it on one file system."
                                .formatted(root.resolve(name)));
            }
        }
    }

    static boolean isMovable(Path path) throws IOException {
        var root = path.toAbsolutePath().getParent();
        return root != null
                && (Files.isSymbolicLink(path)
                        || (Files.getFileStore(path).equals(Files.getFileStore(root))
                                && !isMounted(path)));
    }

    /** Also within one file system, where the operating system says so. */
    private static boolean isMounted(Path path) throws IOException {
        var real = path.toRealPath().toString().replace(" ", "\\040");
        return Files.exists(MOUNTS)
                && Files.readAllLines(MOUNTS).stream()
                        .map(line -> line.split(" "))
                        .anyMatch(mount ->
                                mount.length > MOUNT_POINT && mount[MOUNT_POINT].equals(real));
    }

    static boolean isBegun(Path root) {
        return Files.exists(root.resolve(DataDirectory.UNFINISHED));
    }

    static Optional<Swap> unfinished(Path root) throws IOException {
        var marker = root.resolve(DataDirectory.UNFINISHED);
        return Files.exists(marker)
                ? Optional.of(JSON.readValue(Files.readAllBytes(marker), Swap.class))
                : Optional.empty();
    }

    void begin(Path root) throws IOException {
        var marker = root.resolve(DataDirectory.UNFINISHED);
        var part = root.resolve(DataDirectory.UNFINISHED + ".part");
        Files.write(part, JSON.writeValueAsBytes(this));
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, marker, ATOMIC_MOVE, REPLACE_EXISTING);
        DataDirectory.flush(root);
    }

    void finish(Path root, @Nullable SecondSchema database) throws IOException {
        if (database != null) {
            database.swap(aside);
        }
        if (!old.isEmpty()) {
            var target = root.resolve(aside);
            Files.createDirectories(target);
            DataDirectory.restrict(target, "rwx------");
            for (var name : old) {
                // There already: what lies here is the restored one.
                if (Files.exists(root.resolve(name)) && !Files.exists(target.resolve(name))) {
                    Files.move(root.resolve(name), target.resolve(name), ATOMIC_MOVE);
                }
            }
            DataDirectory.flush(target);
        }
        for (var name : fresh) {
            var restored = root.resolve(STAGING).resolve(name);
            if (Files.exists(restored)) {
                Files.move(restored, root.resolve(name), ATOMIC_MOVE);
            }
        }
        DataDirectory.flush(root);
        delete(root.resolve(STAGING));
        Files.delete(root.resolve(DataDirectory.UNFINISHED));
        DataDirectory.flush(root);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
