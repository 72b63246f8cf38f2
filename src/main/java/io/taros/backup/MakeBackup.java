package io.taros.backup;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.MasterKeyCopy;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.JournalFile;
import io.taros.platform.sql.Ids;
import io.taros.platform.sql.copy.DatabaseSnapshot;
import io.taros.platform.sql.copy.Digest;
import io.taros.platform.sql.copy.TableColumns;
import io.taros.platform.storage.DataDirectory;
import io.taros.platform.storage.NamedBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Copies the installation into two files, while it serves or not: the database as it is at one
 * moment, and every file its rows name. What was written is read back before it gets its name.
 */
@Component
class MakeBackup {
    /** File systems keep coarser times than the clock. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final DatabaseSnapshot database;
    private final DataDirectory data;
    private final List<NamedBlobs> named;
    private final MasterKeyCopy masterKey;
    private final ErasureJournal journal;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    MakeBackup(
            DatabaseSnapshot database,
            DataDirectory data,
            List<NamedBlobs> named,
            MasterKeyCopy masterKey,
            ErasureJournal journal,
            Audit audit,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.data = data;
        this.named = named;
        this.masterKey = masterKey;
        this.journal = journal;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was made.
     *
     * @param missing files that rows name and nobody has any more, so that they are not in it
     */
    record Made(
            UUID id,
            Instant at,
            String file,
            String keys,
            int tables,
            long rows,
            long files,
            long missing,
            long bytes) {}

    /**
     * With the installation bound, whose audit log says so.
     *
     * @throws BadBackup if a file of that name is there
     */
    Made make(Path file) throws IOException {
        try (var target = new NewFiles(file)) {
            var id = ids.next();
            journal.begin(id);
            var contents = new Contents(id, clock.instant(), database.versions(), tables());
            var key = BackupKeys.freshKey();
            var keys = new ArrayList<BackupKeys.KeyRows>();
            var missing = 0L;
            try (var writer = new BackupWriter(target.large(), id, key)) {
                missing = write(contents, writer, keys);
            }
            var small = new BackupKeys(id, contents.at(), key, keys, masterKey.find().orElse(null));
            target.writeSmall(small.toJson());
            var totals = CheckBackup.check(target.large(), target.readSmall());
            var bytes = target.put();
            var made =
                    new Made(
                            id,
                            contents.at(),
                            file.toString(),
                            BackupKeys.besides(file).toString(),
                            totals.tables().size(),
                            totals.rows(),
                            totals.files().count(),
                            missing,
                            bytes);
            writeDown(made);
            return made;
        }
    }

    /**
     * @return how many files that rows name are missing
     */
    private long write(Contents contents, BackupWriter writer, List<BackupKeys.KeyRows> keys)
            throws IOException {
        writer.json(Contents.NAME, contents);
        var files = new CopiedFiles(data, writer);
        files.copy(
                ErasureJournal.FILE,
                JournalFile.text(journal.read()).getBytes(StandardCharsets.UTF_8));
        var before = clock.instant().minus(MARGIN);
        files.copyAll();
        var totals = new TreeMap<String, Digest.Total>();
        var missing = new AtomicLong();
        database.read(moment -> {
            keys.addAll(keys(moment));
            files.copyBlobs(before);
            SealedWith.check(keys, database.read(this::keys));
            missing.set(missingOf(moment, files));
            for (var table : contents.tables()) {
                totals.put(table.name(), write(moment, table, writer));
            }
            return totals;
        });
        writer.json(Contents.Totals.NAME, new Contents.Totals(totals, files.total()));
        writer.finish();
        return missing.get();
    }

    private List<BackupKeys.KeyRows> keys(DatabaseSnapshot.Moment moment) throws IOException {
        var keys = new ArrayList<BackupKeys.KeyRows>();
        for (var table : keyTables()) {
            keys.add(rows(moment, table));
        }
        return keys;
    }

    /**
     * One that was lost is no reason to have no backup of the rest; where most are elsewhere, this
     * is not the directory they are in.
     */
    private long missingOf(DatabaseSnapshot.Moment moment, CopiedFiles files) throws IOException {
        var missing = new AtomicLong();
        var all = new AtomicLong();
        for (var some : named) {
            moment.ids(
                    some.query(),
                    id -> {
                        all.incrementAndGet();
                        if (!files.has(id)) {
                            missing.incrementAndGet();
                        }
                    });
        }
        if (missing.get() * 2 > all.get()) {
            throw new IOException(
                    "%d files that the database names are not in the data directory %s; run it with the data directory (taros.data-dir) of the server that wrote them"
                            .formatted(missing.get(), data.file("")));
        }
        return missing.get();
    }

    private static Digest.Total write(
            DatabaseSnapshot.Moment moment, TableColumns table, BackupWriter writer)
            throws IOException {
        var digest = new Digest();
        writer.begin(Contents.TABLE + table.name());
        moment.read(
                table,
                row -> {
                    writer.piece(row, row.length);
                    digest.add(row);
                });
        writer.end();
        return digest.total();
    }

    private static BackupKeys.KeyRows rows(DatabaseSnapshot.Moment moment, TableColumns table)
            throws IOException {
        var rows = new ArrayList<String>();
        moment.read(table, row -> rows.add(new String(row, StandardCharsets.UTF_8)));
        return new BackupKeys.KeyRows(table, rows);
    }

    private List<TableColumns> tables() {
        return database.tables().stream()
                .filter(table -> !Contents.KEYS.contains(table.name()))
                .filter(table -> !Contents.SESSIONS.contains(table.name()))
                .toList();
    }

    private List<TableColumns> keyTables() {
        return database.tables().stream()
                .filter(table -> Contents.KEYS.contains(table.name()))
                .toList();
    }

    private void writeDown(Made made) {
        audit.record(
                BackupAction.MADE,
                null,
                Map.of(
                        "backup", made.id().toString(),
                        "rows", String.valueOf(made.rows()),
                        "files", String.valueOf(made.files()),
                        "missing", String.valueOf(made.missing())));
    }
}
