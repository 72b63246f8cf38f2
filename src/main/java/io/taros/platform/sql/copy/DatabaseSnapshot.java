package io.taros.platform.sql.copy;

import io.taros.platform.sql.DatabaseOwner;
import io.taros.platform.sql.StaffConnections;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * The whole database as it is at one moment, read while everybody goes on. With the staff role,
 * whose policies let it see every organization; an architecture test names who may hold one.
 */
@Component
public class DatabaseSnapshot {
    private final DatabaseOwner owner;
    private final StaffConnections staff;

    DatabaseSnapshot(DatabaseOwner owner, StaffConnections staff) {
        this.owner = owner;
        this.staff = staff;
    }

    /** Of a database that no application runs on. */
    public static DatabaseSnapshot of(DatabaseOwner owner) {
        return new DatabaseSnapshot(owner, StaffConnections.of(owner));
    }

    /** What is done with the moment. */
    public interface Work<T> {
        T look(Moment moment) throws IOException;
    }

    /** The migrations that made the database what it is. */
    public List<String> versions() {
        try (var connection = owner.connect()) {
            return Catalogue.versions(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read", e);
        }
    }

    public List<TableColumns> tables() {
        try (var connection = owner.connect()) {
            return Catalogue.tables(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read", e);
        }
    }

    public <T> T read(Work<T> work) throws IOException {
        try (var connection = staff.connect()) {
            Catalogue.fixFormats(connection);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            // The moment is that of the first question, and not of the first table.
            Catalogue.texts(connection, "select 1");
            return work.look(new Moment(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read", e);
        }
    }

    /** One after the other, however many there are. */
    public static final class Moment {
        private final Connection connection;

        private Moment(Connection connection) {
            this.connection = connection;
        }

        public void read(TableColumns table, Rows rows) throws IOException {
            try {
                copyOut(connection, table, rows);
            } catch (SQLException e) {
                throw new IllegalStateException(
                        "Table %s cannot be read".formatted(table.name()), e);
            }
        }

        /** Of rows found by a query, its first column. */
        public void ids(String query, Consumer<UUID> each) {
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(BATCH);
                try (var rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        each.accept(rows.getObject(1, UUID.class));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be read", e);
            }
        }
    }

    private static final int BATCH = 1000;

    static void copyOut(Connection connection, TableColumns table, Rows rows)
            throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut());
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                rows.row(row);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
