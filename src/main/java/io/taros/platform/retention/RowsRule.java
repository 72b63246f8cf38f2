package io.taros.platform.retention;

import io.taros.platform.retention.PassingRows.Rows;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of one table that are over at the moment a column says, or some time after it. */
final class RowsRule implements RetentionRule {
    private final Rows rows;
    private final boolean isOfOrganizations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    RowsRule(
            Rows rows,
            boolean isOfOrganizations,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.isOfOrganizations = isOfOrganizations;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return rows.rule();
    }

    @Override
    public Term term() {
        return Term.fixed(rows.kept());
    }

    @Override
    public boolean isOfOrganizations() {
        return isOfOrganizations;
    }

    @Override
    public boolean isHoldable() {
        return rows.isHoldable();
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return counted(
                transactions.execute(status ->
                        jdbc.sql(
                                        "select count(*) from %s where %s < :before"
                                                .formatted(rows.table(), rows.column()))
                                .param("before", before)
                                .query(Long.class)
                                .single()));
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return counted(
                transactions.execute(status ->
                        (long)
                                jdbc.sql(
                                                """
                                                delete from %1$s where ctid = any(array(
                                                    select ctid from %1$s where %2$s < :before
                                                    order by %2$s limit :most for update skip locked))
                                                """
                                                        .formatted(rows.table(), rows.column()))
                                        .param("before", before)
                                        .param("most", most)
                                        .update()));
    }

    private Map<String, Long> counted(long count) {
        return count == 0 ? Map.of() : Map.of(rows.table(), count);
    }
}
