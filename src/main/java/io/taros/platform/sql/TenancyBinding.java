package io.taros.platform.sql;

import io.taros.platform.security.Tenancy;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL, at the start of every transaction and for its length only, which organization
 * and account it serves, and which bots where not all. Nothing bound means nothing visible. And
 * whether its commit may be {@link Unflushed}.
 */
final class TenancyBinding implements TransactionExecutionListener {
    private static final String BIND =
            """
            select set_config('taros.organization', ?, true), set_config('taros.account', ?, true),
                set_config('taros.bots', ?, true)
            """;
    private static final String UNFLUSHED = ", set_config('synchronous_commit', 'off', true)";

    private final DataSource dataSource;

    TenancyBinding(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        var organization = Tenancy.find().map(id -> id.value().toString()).orElse("");
        var account = Tenancy.findAccount().map(Object::toString).orElse("");
        var bots = Tenancy.findBots().map(TenancyBinding::array).orElse("");
        if (organization.isEmpty() && account.isEmpty() && bots.isEmpty() && !Unflushed.isBound()) {
            // What was bound ended with its transaction: to a new one, nothing is.
            return;
        }
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var statement =
                connection.prepareStatement(Unflushed.isBound() ? BIND + UNFLUSHED : BIND)) {
            statement.setString(1, organization);
            statement.setString(2, account);
            statement.setString(3, bots);
            statement.execute();
        } catch (SQLException e) {
            throw new SQLStateSQLExceptionTranslator().translate("bind tenancy", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** An empty set is an empty array, which is none, and not an empty text, which is all. */
    private static String array(Set<UUID> bots) {
        return bots.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
