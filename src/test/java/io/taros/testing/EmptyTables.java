package io.taros.testing;

import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.storage.DataDirectory;
import io.taros.platform.web.RateLimits;
import java.nio.file.Files;
import java.sql.DriverManager;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Empties every table but the migration history and the installation's key, and the journal of
 * erasures and the signed ends of logs, which are kept outside the database.
 */
final class EmptyTables implements BeforeEachCallback {
    /** Of the embedded database, with the password of the schema's owner; no rule binds it. */
    private static final String SUPERUSER = "postgres";

    /**
     * A truncated table is written anew with all of its indexes, and most are empty as it is.
     * Whoever is still writing is waited for.
     */
    private static final String EMPTY =
            """
            do $$ declare name text; names text[]; begin
              select array_agg(format('%I', tablename)) into names
              from pg_tables where schemaname = 'public' and tablename not in ('flyway_schema_history', 'installation_key');
              set local session_replication_role = replica;
              execute 'lock table ' || array_to_string(names, ', ') || ' in share row exclusive mode';
              foreach name in array names loop
                execute 'delete from ' || name;
              end loop;
            end $$
            """;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        var context = SpringExtension.getApplicationContext(test);
        var owner = context.getBean(io.taros.platform.sql.DatabaseOwner.class);
        try (var connection =
                        DriverManager.getConnection(owner.url(), SUPERUSER, owner.password());
                var statement = connection.createStatement()) {
            // Work of the last test may still be under way and hold what this needs; then again.
            Eventually.eventually(() -> statement.execute(EMPTY));
        }
        context.getBean(MovedClock.class).reset();
        var data = context.getBean(DataDirectory.class);
        Files.deleteIfExists(data.file(ErasureJournal.FILE));
        Files.deleteIfExists(data.directory("audit").resolve("checkpoints.jsonl"));
        context.getBean(RateLimits.class).reset();
        context.getBean(OrganizationKeys.class).forget();
    }
}
