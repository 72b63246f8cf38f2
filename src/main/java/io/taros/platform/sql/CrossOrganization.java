package io.taros.platform.sql;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks across all organizations with the staff role. For claiming jobs, healing after a crash,
 * retention and staff tools; an architecture test names who may hold one.
 */
@Component
public class CrossOrganization {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    CrossOrganization(@Qualifier("staffDataSource") DataSource staff) {
        jdbc = Sql.client(staff);
        transactions = new TransactionTemplate(new JdbcTransactionManager(staff));
    }

    /** Reads with one statement, which needs no transaction around it. */
    public <T> T read(Function<JdbcClient, T> statement) {
        return statement.apply(jdbc);
    }

    /** Runs in one transaction of its own, apart from the caller's. */
    public <T> T inTransaction(Function<JdbcClient, T> work) {
        return transactions.execute(status -> work.apply(jdbc));
    }
}
