package io.taros.platform.sql.copy;

import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An installation beside another in one database, for a database that is not ours to move: it is
 * made in a schema of its own, and takes the other's name when it is whole.
 */
public final class SecondSchema {
    private static final String NAME = "taros_restoring";

    /** Made to see what an installation has, and dropped. */
    private static final String COMPARED = "taros_compared";

    /** What others may use that has nothing to do with Taros. */
    private static final String EXTENSIONS =
            """
            select 'the extension ' || e.extname from pg_extension e where e.extnamespace = to_regnamespace('public')
            union
            select 'the extension ' || e.extname from pg_extension e
            join pg_depend d on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'
            where d.classid = 'pg_class'::regclass and d.objid in (select oid from pg_class where relnamespace = to_regnamespace('public'))
               or d.classid = 'pg_proc'::regclass and d.objid in (select oid from pg_proc where pronamespace = to_regnamespace('public'))
               or d.classid = 'pg_type'::regclass and d.objid in (select oid from pg_type where typnamespace = to_regnamespace('public'))
            order by 1
            """;

    /** Tables and whatever else has a name, but not the indexes that go with them. */
    private static final String OBJECTS =
            """
            select relname::text from pg_class where relnamespace = to_regnamespace('%1$s') and relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
            union select proname::text from pg_proc where pronamespace = to_regnamespace('%1$s')
            union select typname::text from pg_type where typnamespace = to_regnamespace('%1$s') and typtype in ('d', 'e')
            order by 1
            """;

    private static final int TURNS = 30;

    private final DatabaseOwner owner;

    public SecondSchema(DatabaseOwner owner) {
        this.owner = owner;
    }

    public boolean isTaken() {
        return ask("select to_regclass('public.flyway_schema_history') is not null");
    }

    /** Something in the schema that is no part of an installation of Taros. */
    public Optional<String> findStranger() {
        var found = texts(EXTENSIONS);
        if (found.isEmpty()) {
            found.addAll(texts(OBJECTS.formatted("public")));
            if (isTaken()) {
                found.removeAll(known());
            }
        }
        return found.stream().findFirst();
    }

    /** What the migrations make that the one there has had, as far as this program knows them. */
    private List<String> known() {
        var versions = Migrations.versions(owner);
        var had =
                texts(
                        "select version from public.flyway_schema_history where success and version is not null order by installed_rank");
        had.retainAll(versions);
        if (had.isEmpty()) {
            return List.of();
        }
        make(COMPARED);
        try {
            Migrations.run(there(COMPARED), had.getLast());
            return texts(OBJECTS.formatted(COMPARED));
        } finally {
            drop(COMPARED);
        }
    }

    /** Whether {@link #swap} will be allowed. */
    public boolean mayBeSwapped() {
        return ask(
                """
                select has_database_privilege(current_database(), 'CREATE')
                   and coalesce((select pg_has_role(nspowner, 'USAGE') from pg_namespace where nspname = 'public'), true)
                """);
    }

    /** Nothing is left of an attempt. */
    public void drop() {
        drop(NAME);
    }

    /** Connections that were closed are there a moment longer. */
    public boolean isStillInUse() {
        for (var turn = 0; turn < TURNS && isInUse(); turn++) {
            ask("select pg_sleep(0.1) is null");
        }
        return isInUse();
    }

    /** By whoever serves. */
    public boolean isInUse() {
        return ask(
                "select exists (select from pg_stat_activity where datname = current_database() and usename in ('taros_app', 'taros_staff'))");
    }

    /** Empty, whatever another attempt left there. */
    public DatabaseOwner make() {
        make(NAME);
        return there();
    }

    private void make(String schema) {
        run(
                "drop schema if exists %1$s cascade".formatted(schema),
                "create schema %1$s".formatted(schema),
                "grant usage on schema %1$s to public".formatted(schema));
    }

    private void drop(String schema) {
        run("drop schema if exists %1$s cascade".formatted(schema));
    }

    public DatabaseOwner there() {
        return there(NAME);
    }

    private DatabaseOwner there(String schema) {
        var url = owner.url();
        return new DatabaseOwner(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                owner.username(),
                owner.password());
    }

    /** Both names change at once, or neither; done before, this does nothing. */
    public void swap(String aside) {
        if (ask("select to_regnamespace('%s') is not null".formatted(NAME))) {
            var isEmpty =
                    ask(
                            """
                            select not exists (select from pg_class where relnamespace = to_regnamespace('public'))
                              and not exists (select from pg_proc where pronamespace = to_regnamespace('public'))
                            """);
            if (!isEmpty && !isTaken()) {
                throw new IllegalStateException("The schema public is not of Taros");
            }
            run(
                    isEmpty
                            ? "drop schema if exists public"
                            : "alter schema public rename to %s"
                                    .formatted(TableColumns.quoted(aside)),
                    "alter schema %s rename to public".formatted(NAME));
        }
    }

    private List<String> texts(String query) {
        try (var connection = owner.connect()) {
            return Catalogue.texts(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }

    private boolean ask(String question) {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }

    private void run(String... statements) {
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                Catalogue.execute(connection, statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused a schema", e);
        }
    }
}
