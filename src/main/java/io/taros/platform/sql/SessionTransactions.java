package io.taros.platform.sql;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reading a session is one statement and needs no transaction around it; writing one may be more.
 * Spring Session asks for the first by {@link #execute} and for the second by {@link
 * #executeWithoutResult}; should that change, one write would be several commits. No organization
 * is told to the database: sessions are rows of no tenant.
 */
final class SessionTransactions implements TransactionOperations {
    private final TransactionTemplate apart;

    SessionTransactions(DataSource dataSource) {
        apart = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> read) {
        return read.doInTransaction(new SimpleTransactionStatus(false));
    }

    @Override
    public void executeWithoutResult(Consumer<TransactionStatus> write) {
        apart.executeWithoutResult(write);
    }
}
