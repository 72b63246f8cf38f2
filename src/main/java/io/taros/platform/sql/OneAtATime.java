package io.taros.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Work of many transactions that two must not do at once, on whatever node. A connection is kept
 * for the lock meanwhile, and with it the lock is gone if the process dies.
 */
@Component
public class OneAtATime {
    private final DataSource connections;

    OneAtATime(DataSource connections) {
        this.connections = connections;
    }

    /**
     * @param what names the work
     * @return empty, with nothing done, while somebody else is at it
     */
    public <T> Optional<T> run(String what, Supplier<T> work) {
        try (var connection = connections.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", what)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", what);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked whose turn it is", e);
        }
    }

    private static boolean ask(Connection connection, String question, String what)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, "taros." + what);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
