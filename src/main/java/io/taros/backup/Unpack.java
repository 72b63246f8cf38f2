package io.taros.backup;

import io.taros.platform.crypto.MasterKeyCopy;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.Migrations;
import io.taros.platform.sql.copy.Digest;
import io.taros.platform.sql.copy.EmptyDatabase;
import io.taros.platform.sql.copy.TableColumns;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A backup into an empty directory and an empty database, compared with what it says it holds. */
final class Unpack {
    private final Path file;
    private final BackupKeys keys;
    private final DataDirectory data;
    private final Digest files = new Digest();
    private final Map<String, Digest.Total> tables = new TreeMap<>();

    Unpack(Path file, BackupKeys keys, DataDirectory data) {
        this.file = file;
        this.keys = keys;
        this.data = data;
    }

    /** What was unpacked. */
    record Unpacked(Contents contents, Contents.Totals totals) {}

    Unpacked into(DatabaseOwner owner) throws IOException {
        try (var reader = new BackupReader(file, keys)) {
            if (!reader.next().equals(java.util.Optional.of(Contents.NAME))) {
                throw CheckBackup.differs(file);
            }
            var contents = reader.json(Contents.class);
            checkAge(contents, owner);
            try (var database = EmptyDatabase.make(owner, contents.versions())) {
                checkTables(contents, database);
                var totals = unpack(contents, reader, database);
                unpackKeys(database);
                database.finish();
                return new Unpacked(contents, totals);
            }
        }
    }

    /** A newer database cannot be brought back to what this program knows. */
    private void checkAge(Contents contents, DatabaseOwner owner) {
        if (contents.versions().isEmpty()) {
            throw foreign();
        }
        var known = new HashSet<>(Migrations.versions(owner));
        if (!known.containsAll(contents.versions())) {
            throw new BadBackup(
                    "The backup %s is of a newer version of Taros: restore it with that version or a later one."
                            .formatted(file));
        }
    }

    /**
     * Whoever wrote it may not be who they seem: rows go into the tables there are, and no other.
     */
    private void checkTables(Contents contents, EmptyDatabase database) {
        var rows = contents.tables().stream().map(TableColumns::name).toList();
        var keyRows = keys.tables().stream().map(table -> table.table().name()).toList();
        var named = new HashSet<>(rows);
        named.addAll(keyRows);
        if (named.size() != rows.size() + keyRows.size()
                || !Contents.KEYS.containsAll(keyRows)
                || rows.stream().anyMatch(Contents.KEYS::contains)
                || rows.stream().anyMatch(Contents.SESSIONS::contains)
                || !contents.tables().stream().allMatch(database::has)
                || !keys.tables().stream().map(BackupKeys.KeyRows::table).allMatch(database::has)) {
            throw foreign();
        }
    }

    private BadBackup foreign() {
        return new BadBackup(
                "The backup %s holds what no installation has: it was not made by Taros."
                        .formatted(file));
    }

    private Contents.Totals unpack(Contents contents, BackupReader reader, EmptyDatabase database)
            throws IOException {
        var columns =
                contents.tables().stream()
                        .collect(Collectors.toMap(TableColumns::name, Function.identity()));
        var said = Contents.Totals.NOTHING;
        for (var name = reader.next(); name.isPresent(); name = reader.next()) {
            if (name.get().startsWith(Contents.TABLE)) {
                var table = columns.get(name.get().substring(Contents.TABLE.length()));
                if (table == null) {
                    throw CheckBackup.differs(file);
                }
                unpackTable(table, reader, database);
            } else if (name.get().startsWith(Contents.FILE)) {
                unpackFile(name.get(), reader);
            } else if (!name.get().equals(Contents.Totals.NAME)) {
                throw CheckBackup.differs(file);
            } else {
                said = reader.json(Contents.Totals.class);
            }
        }
        if (!said.equals(new Contents.Totals(tables, files.total()))) {
            throw CheckBackup.differs(file);
        }
        return said;
    }

    /** What the database says it has counts, and not what it was given. */
    private void unpackTable(TableColumns table, BackupReader reader, EmptyDatabase database)
            throws IOException {
        try (var filling = database.fill(table)) {
            reader.lines(filling);
            filling.end();
        }
        tables.put(table.name(), database.digest(table));
    }

    private void unpackKeys(EmptyDatabase database) {
        for (var table : keys.tables()) {
            try (var filling = database.fill(table.table())) {
                table.rows().forEach(row -> filling.row(row.getBytes(StandardCharsets.UTF_8)));
                filling.end();
            }
        }
        var master = keys.masterKey();
        if (master != null) {
            try {
                MasterKeyCopy.put(data, master);
            } catch (IOException e) {
                throw new BadBackup("The file of keys holds no master key that can be used.", e);
            }
        }
    }

    private void unpackFile(String name, BackupReader reader) throws IOException {
        var below = name.substring(Contents.FILE.length());
        if (!Contents.isOurs(below)) {
            throw foreign();
        }
        var target = data.file(below);
        makeDirectories(target);
        files.update(name);
        try (var channel =
                FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            reader.read((bytes, length) -> {
                files.update(bytes, length);
                var piece = ByteBuffer.wrap(bytes, 0, length);
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            });
            channel.force(true);
        }
        files.end();
    }

    /** The first of them as the installation itself makes it: for its owner alone. */
    private void makeDirectories(Path target) throws IOException {
        var below = data.file("").relativize(target);
        if (below.getNameCount() > 1) {
            data.directory(below.getName(0).toString());
            Files.createDirectories(target.resolveSibling("."));
        }
    }
}
