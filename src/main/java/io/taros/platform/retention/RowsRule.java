package io.taros.platform.retention;

import io.taros.platform.retention.PassingRows.Rows;
import io.taros.platform.sql.Cascades;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows of one table that are over at the moment a column says, or some time after it, with all that
 * goes along.
 */
final class RowsRule implements RetentionRule {
    private final Rows rows;
    private final boolean isOfOrganizations;
    private final JdbcClient jdbc;
    private final Cascades cascades;
    private final TransactionTemplate transactions;

    RowsRule(
            Rows rows,
            boolean isOfOrganizations,
            JdbcClient jdbc,
            Cascades cascades,
            TransactionTemplate transactions) {
        this.cascades = cascades;
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
    public String table() {
        return rows.table();
    }

    @Override
    public Term term() {
        return rows.term();
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
        return transactions.execute(status -> {
            var counts = new TreeMap<>(along(before));
            put(
                    counts,
                    jdbc.sql("select count(*) from " + rows.table() + " where " + isOver())
                            .param("before", before)
                            .query(Long.class)
                            .single());
            return counts;
        });
    }

    private Map<String, Long> along(Instant before) {
        return cascades.count(
                rows.table(),
                "in (select id from %s where %s)".formatted(rows.table(), isOver()),
                statement -> statement.param("before", before));
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return transactions.execute(status ->
                cascades.isAny(rows.table())
                        ? removeWithOthers(before, most)
                        : removeAlone(before, most));
    }

    private Map<String, Long> removeAlone(Instant before, int most) {
        var counts = new TreeMap<String, Long>();
        put(
                counts,
                jdbc.sql(
                                """
                                delete from %1$s where ctid = any(array(
                                    select ctid from %1$s where %2$s
                                    order by %3$s limit :most for update skip locked))
                                """
                                        .formatted(rows.table(), isOver(), rows.column()))
                        .param("before", before)
                        .param("most", most)
                        .update());
        return counts;
    }

    /** What goes along is counted before it does. */
    private Map<String, Long> removeWithOthers(Instant before, int most) {
        var ids =
                jdbc.sql(
                                """
                                select id from %s where %s order by %s limit :most for update skip locked
                                """
                                        .formatted(rows.table(), isOver(), rows.column()))
                        .param("before", before)
                        .param("most", most)
                        .query(UUID.class)
                        .list();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var counts =
                new TreeMap<>(
                        cascades.count(
                                rows.table(),
                                "= any(:ids::uuid[])",
                                statement -> statement.param("ids", ids)));
        put(
                counts,
                jdbc.sql("delete from " + rows.table() + " where id = any(:ids::uuid[])")
                        .param("ids", ids)
                        .update());
        return counts;
    }

    private String isOver() {
        return rows.column() + " < :before";
    }

    private void put(Map<String, Long> counts, long count) {
        if (count > 0) {
            counts.put(rows.table(), count);
        }
    }
}
