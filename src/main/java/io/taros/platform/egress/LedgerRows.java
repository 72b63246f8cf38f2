package io.taros.platform.egress;

import io.taros.platform.security.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of calls, each line in a transaction of its own. A line is on the disk before its call
 * begins; what came of it may follow a moment later, and is not waited for.
 */
@Component
class LedgerRows implements Ledger {
    private static final String INSERT =
            """
            insert into egress_call (organization_id, id, at, purpose, vendor, host, area, model, data, calls,
                sent_bytes, received_bytes, masked, outcome)
            values (:organization, :id, :at, :purpose, :vendor, :host, :area, :model, :data::text[], :calls,
                :sent, :received, :masked, :outcome)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    LedgerRows(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void begin(LedgerEntry entry) {
        inTransaction(entry, () -> bound(INSERT, entry).update());
    }

    @Override
    public void end(LedgerEntry entry) {
        inTransaction(
                entry,
                () -> {
                    doNotWait();
                    jdbc.sql(
                                    """
                                    update egress_call set outcome = :outcome, sent_bytes = :sent, received_bytes = :received
                                    where organization_id = :organization and id = :id
                                    """)
                            .param("outcome", entry.outcome())
                            .param("sent", entry.sentBytes())
                            .param("received", entry.receivedBytes())
                            .param("organization", entry.organization())
                            .param("id", entry.id())
                            .update();
                });
    }

    @Override
    public void count(LedgerEntry entry) {
        inTransaction(
                entry,
                () -> {
                    doNotWait();
                    bound(
                                    INSERT
                                            + """
                                            on conflict (organization_id, id) do update
                                                set calls = egress_call.calls + excluded.calls,
                                                    sent_bytes = egress_call.sent_bytes + excluded.sent_bytes,
                                                    received_bytes = egress_call.received_bytes + excluded.received_bytes
                                            """,
                                    entry)
                            .update();
                });
    }

    private JdbcClient.StatementSpec bound(String sql, LedgerEntry entry) {
        return jdbc.sql(sql)
                .param("organization", entry.organization())
                .param("id", entry.id())
                .param("at", entry.at())
                .param("purpose", entry.purpose())
                .param("vendor", entry.vendor())
                .param("host", entry.host())
                .param("area", entry.area())
                .param("model", entry.model())
                .param("data", entry.data())
                .param("calls", entry.calls())
                .param("sent", entry.sentBytes())
                .param("received", entry.receivedBytes())
                .param("masked", entry.masked())
                .param("outcome", entry.outcome());
    }

    private void inTransaction(LedgerEntry entry, Runnable work) {
        Tenancy.runAs(
                entry.organization(),
                () -> transactions.executeWithoutResult(status -> work.run()));
    }

    private void doNotWait() {
        jdbc.sql("set local synchronous_commit = off").update();
    }
}
