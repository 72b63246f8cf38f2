package io.taros.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.erasure.JournalFile;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.copy.SecondSchema;
import io.taros.platform.sql.embedded.EmbeddedPostgres;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place beside an installation where a restored one is made. */
final class Staging {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String POSTGRES = "postgres";

    /** A database takes this much at once for what it logs. */
    private static final long LEAST_SPACE = 32L << 20;

    private final RestoreSettings settings;

    /** What will be put in place. */
    private final Path root;

    /** The database that saw what was erased again. */
    private final Path first;

    private final @Nullable SecondSchema schema;

    Staging(RestoreSettings settings) {
        this.settings = settings;
        root = settings.root().resolve(Swap.STAGING);
        first = root.resolve("first");
        schema = settings.external().map(SecondSchema::new).orElse(null);
    }

    boolean isTaken() {
        return !Swap.found(settings.root()).isEmpty() || (schema != null && schema.isTaken());
    }

    boolean isInUse() {
        return schema != null && schema.isStillInUse();
    }

    /** What may not be renamed with the rest. */
    Optional<String> findStranger() {
        return schema == null ? Optional.empty() : schema.findStranger();
    }

    boolean mayBeSwapped() {
        return schema == null || schema.mayBeSwapped();
    }

    /** Whatever is left of an attempt that was cut off, its databases first. */
    void clear() throws IOException {
        if (schema != null) {
            schema.drop();
        }
        for (var left : List.of(first, root)) {
            if (Files.exists(left)) {
                try (var data = settings.directory(left);
                        var postgres = new EmbeddedPostgres(data, settings.database())) {
                    postgres.discard();
                }
                Swap.delete(left);
            }
        }
    }

    Unpack.Unpacked unpack(Path file, BackupKeys keys, Optional<Path> named) throws IOException {
        clear();
        try (var data = settings.directory(root)) {
            var unpacked = unpack(new Unpack(file, keys, data), data);
            plan(unpacked.contents(), data, named).write(data);
            return unpacked;
        } catch (IOException | RuntimeException failed) {
            undo(failed);
            throw failed;
        }
    }

    /**
     * Nothing of it is left.
     *
     * @throws IOException if the disk was full, which a database says by breaking off
     */
    void undo(Exception failed) throws IOException {
        var isFull = root.toFile().getUsableSpace() < LEAST_SPACE;
        clear();
        if (isFull) {
            var full = new IOException("No space left on device");
            full.addSuppressed(failed);
            throw full;
        }
    }

    private Unpack.Unpacked unpack(Unpack backup, DataDirectory data) throws IOException {
        if (schema != null) {
            return backup.into(schema.make());
        }
        try (var postgres = postgres(data)) {
            try {
                return backup.into(start(postgres));
            } catch (IOException | RuntimeException failed) {
                postgres.discard();
                throw failed;
            }
        }
    }

    /** The journal there will be is what all copies of it know. */
    private Plan plan(Contents contents, DataDirectory data, Optional<Path> named) {
        var staged = new JournalFile(data.file(ErasureJournal.FILE));
        var journals = new Journals(staged.read());
        journals.addReplaced(settings.journal());
        named.ifPresent(journals::addNamed);
        staged.replace(journals.all(contents));
        return new Plan(
                contents.id(),
                contents.at(),
                journals.isKnown(contents),
                journals.until(contents).orElse(null),
                journals.since(contents));
    }

    /** For the application, which is to work here. */
    String[] flags(String[] flags) {
        var without = new ArrayList<>(List.of("--taros.data-dir=", "--taros.dataDir="));
        var with = new ArrayList<>(List.of("--taros.data-dir=" + root));
        if (schema != null) {
            without.add("--taros.database.url=");
            with.add("--taros.database.url=" + schema.there().url());
        }
        return Restore.replaced(flags, without, with);
    }

    /** Nothing of what was erased again is left in the files of the database, where it is ours. */
    void settle() throws IOException {
        var result = Plan.readResult(root);
        if (schema != null || (result.replayed().isEmpty() && result.removed() == 0)) {
            return;
        }
        Files.createDirectories(first);
        Files.move(root.resolve(POSTGRES), first.resolve(POSTGRES), ATOMIC_MOVE);
        try (var before = settings.directory(first);
                var after = settings.directory(root);
                var from = postgres(before);
                var to = postgres(after)) {
            try {
                Settled.copy(start(from), start(to));
            } catch (IOException | RuntimeException failed) {
                from.discard();
                to.discard();
                throw failed;
            }
        }
        Swap.delete(first);
    }

    Swap swap(Unpack.Unpacked unpacked) throws IOException {
        var plan = Plan.read(root);
        var result = Plan.readResult(root);
        var aside = "replaced-" + STAMP.format(result.at());
        return new Swap(
                Swap.found(settings.root()),
                Swap.found(root),
                aside,
                new Outcome(
                        plan.backup(),
                        plan.at(),
                        unpacked.totals().rows(),
                        unpacked.totals().files().count(),
                        result.replayed(),
                        result.removed(),
                        plan.isJournalKnown(),
                        plan.journalUntil(),
                        isTaken() ? settings.root().resolve(aside).toString() : null));
    }

    void putInPlace(Swap swap) throws IOException {
        swap.finish(settings.root(), schema);
    }

    private EmbeddedPostgres postgres(DataDirectory data) {
        return new EmbeddedPostgres(data, settings.database());
    }

    private static DatabaseOwner start(EmbeddedPostgres postgres) {
        var address = postgres.start();
        // Nobody else stops it when this is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::discard));
        return new DatabaseOwner(address.url(), address.username(), address.password());
    }
}
