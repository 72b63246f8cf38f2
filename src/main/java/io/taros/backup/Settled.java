package io.taros.backup;

import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.copy.DatabaseSnapshot;
import io.taros.platform.sql.copy.Digest;
import io.taros.platform.sql.copy.EmptyDatabase;
import java.io.IOException;

/**
 * A database deletes rows by forgetting where they are: their bytes stay in its files and logs for
 * a while. So what was erased again is left behind with the database that saw it, and the others go
 * into one that never did.
 */
final class Settled {
    private Settled() {}

    static void copy(DatabaseOwner from, DatabaseOwner to) throws IOException {
        var source = DatabaseSnapshot.of(from);
        try (var target = EmptyDatabase.make(to, source.versions())) {
            source.read(moment -> {
                for (var table : source.tables()) {
                    var digest = new Digest();
                    try (var filling = target.fill(table)) {
                        moment.read(
                                table,
                                row -> {
                                    digest.add(row);
                                    filling.row(row);
                                });
                        filling.end();
                    }
                    if (!target.digest(table).equals(digest.total())) {
                        throw new IOException("Table " + table.name() + " was not copied whole");
                    }
                }
                return true;
            });
            target.finish();
        }
    }
}
