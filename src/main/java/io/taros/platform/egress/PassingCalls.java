package io.taros.platform.egress;

import io.taros.platform.retention.PassingRows;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A line is kept for a year: whoever accounts for twelve months finds them all, and whoever asks
 * later asks about a vendor that has forgotten, too. The installation's own lines are nobody's
 * table otherwise, so they have a rule of their own.
 */
@Component
class PassingCalls implements PassingRows, RetentionRule {
    static final Duration KEPT = Duration.ofDays(365);
    private static final String RULE = "outbound-calls";
    private static final String TABLE = "egress_call";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PassingCalls(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public List<Rows> ofOrganizations() {
        return List.of(new Rows(RULE, TABLE, "at", KEPT));
    }

    @Override
    public String name() {
        return RULE;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Term term() {
        return Term.fixed(KEPT);
    }

    @Override
    public boolean isOfOrganizations() {
        return false;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return ofInstallation(() ->
                jdbc.sql("select count(*) from egress_call where at < :before")
                        .param("before", before)
                        .query(Long.class)
                        .single());
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return ofInstallation(() ->
                (long)
                        jdbc.sql(
                                        """
                                        delete from egress_call where ctid = any(array(
                                            select ctid from egress_call where at < :before
                                            order by at limit :most for update skip locked))
                                        """)
                                .param("before", before)
                                .param("most", most)
                                .update());
    }

    private Map<String, Long> ofInstallation(java.util.function.Supplier<Long> rows) {
        long count =
                Tenancy.callAs(
                        OrganizationId.INSTALLATION,
                        () -> transactions.execute(status -> rows.get()));
        return count == 0 ? Map.of() : Map.of(TABLE, count);
    }
}
