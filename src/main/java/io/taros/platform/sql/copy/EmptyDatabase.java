package io.taros.platform.sql.copy;

import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.Migrations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A database that is made as an older one was, and filled with its rows, in one transaction. The
 * schema's owner does it: row-level security holds for it, too, until it says otherwise, and
 * foreign keys are made anew at the end, so that no order of tables has to be right. Nobody else is
 * let in meanwhile.
 */
public final class EmptyDatabase implements AutoCloseable {
    private final Connection connection;
    private final List<String> unforced;
    private final List<String> foreignKeys;
    private final Map<String, List<String>> columns;

    private EmptyDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        Catalogue.fixFormats(connection);
        connection.setAutoCommit(false);
        unforced = Catalogue.texts(connection, FORCED);
        foreignKeys = Catalogue.texts(connection, FOREIGN_KEYS);
        execute(
                unforced.stream()
                        .map(table -> "alter table " + table + " no force row level security"));
        execute(Catalogue.texts(connection, DROP_FOREIGN_KEYS).stream());
        execute(tables().map(table -> "alter table " + table + " disable trigger user"));
        columns =
                Catalogue.tables(connection).stream()
                        .collect(Collectors.toMap(TableColumns::name, TableColumns::columns));
        Catalogue.execute(connection, "truncate " + String.join(", ", tables().toList()));
    }

    private static final String FORCED =
            """
            select oid::regclass::text from pg_class
            where relforcerowsecurity and relnamespace = current_schema()::text::regnamespace order by 1
            """;

    private static final String FOREIGN_KEYS =
            """
            select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype = 'f' and connamespace = current_schema()::text::regnamespace order by 1
            """;

    private static final String DROP_FOREIGN_KEYS =
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname)
            from pg_constraint where contype = 'f' and connamespace = current_schema()::text::regnamespace order by 1
            """;

    /**
     * @param versions the migrations it is to have had
     */
    public static EmptyDatabase make(DatabaseOwner owner, List<String> versions) {
        Migrations.run(owner, versions.getLast());
        try {
            return new EmptyDatabase(owner.connect());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Rows of one table, one after the other. */
    public final class Filling implements Rows, AutoCloseable {
        private final org.postgresql.copy.CopyIn copy;

        private Filling(TableColumns table) {
            try {
                copy =
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(table.copyIn(connection.getSchema()));
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void row(byte[] row) {
            try {
                copy.writeToCopy(row, 0, row.length);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        /** All rows were given. */
        public void end() {
            try {
                copy.endCopy();
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            try {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    /** Whether there is such a table with all these columns. */
    public boolean has(TableColumns table) {
        return columns.getOrDefault(table.name(), List.of()).containsAll(table.columns());
    }

    public Filling fill(TableColumns table) {
        return new Filling(table);
    }

    /** What is there now, read back. */
    public Digest.Total digest(TableColumns table) throws IOException {
        var digest = new Digest();
        try {
            DatabaseSnapshot.copyOut(connection, table, digest::add);
        } catch (SQLException e) {
            throw failed(e);
        }
        return digest.total();
    }

    /** Everything holds again that holds in an installation. */
    public void finish() {
        try {
            execute(foreignKeys.stream());
            execute(tables().map(table -> "alter table " + table + " enable trigger user"));
            execute(
                    unforced.stream()
                            .map(table -> "alter table " + table + " force row level security"));
            connection.commit();
            Catalogue.execute(connection, "analyze");
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whatever is not finished is as if it had never been. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Stream<String> tables() throws SQLException {
        return Catalogue.tables(connection).stream()
                .map(TableColumns::name)
                .map(TableColumns::quoted);
    }

    private void execute(Stream<String> statements) throws SQLException {
        for (var statement : statements.toList()) {
            Catalogue.execute(connection, statement);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The rows of the backup do not fit the database", e);
    }
}
