package io.taros.backup;

import io.taros.platform.sql.copy.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;

/** Reads a backup from its beginning to its end, and compares it with what it says of itself. */
final class CheckBackup {
    private CheckBackup() {}

    static Contents.Totals check(Path file, BackupKeys keys) throws IOException {
        var tables = new TreeMap<String, Digest.Total>();
        var files = new Digest();
        var said = Contents.Totals.NOTHING;
        try (var reader = new BackupReader(file, keys)) {
            for (var name = reader.next(); name.isPresent(); name = reader.next()) {
                if (name.get().startsWith(Contents.TABLE)) {
                    var rows = new Digest();
                    reader.lines(rows::add);
                    tables.put(name.get().substring(Contents.TABLE.length()), rows.total());
                } else if (name.get().startsWith(Contents.FILE)) {
                    files.update(name.get());
                    reader.read(files::update);
                    files.end();
                } else if (name.get().equals(Contents.Totals.NAME)) {
                    said = reader.json(Contents.Totals.class);
                } else {
                    reader.read((bytes, length) -> {});
                }
            }
        }
        if (!new Contents.Totals(tables, files.total()).equals(said)) {
            throw differs(file);
        }
        return said;
    }

    static BadBackup differs(Path file) {
        return new BadBackup("The backup %s does not hold what it says it does.".formatted(file));
    }
}
