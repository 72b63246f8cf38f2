package io.taros.careers;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P-33: applications whose time is over: of whom nobody decided about in a year, and of whoever
 * agreed to be considered later, a year after that. A decision itself waits for no rule.
 */
@Component
class ApplicationsRule implements RetentionRule {
    static final String NAME = "job-applications";
    private static final String TABLE = "job_application";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ApplicationsRule(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return TABLE;
    }

    /** The row says itself when: twelve months of a calendar are no number of days. */
    @Override
    public Term term() {
        return Term.fixed(Duration.ZERO);
    }

    @Override
    public boolean isOfOrganizations() {
        return false;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return counted(
                transactions.execute(status ->
                        jdbc.sql("select count(*) from job_application where ends_at < :before")
                                .param("before", before)
                                .query(Long.class)
                                .single()));
    }

    /** That nobody decided is an outcome, too. */
    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return counted(
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        with over as (
                                            delete from job_application where id = any(array(
                                                select id from job_application where ends_at < :before
                                                order by ends_at limit :most for update skip locked))
                                            returning job, rejected_at, ends_at
                                        ), noted as (
                                            insert into application_outcome (id, job, decided_on, reason)
                                            select gen_random_uuid(), job, (ends_at at time zone 'UTC')::date, 'UNDECIDED'
                                            from over where rejected_at is null
                                        )
                                        select count(*) from over
                                        """)
                                .param("before", before)
                                .param("most", most)
                                .query(Long.class)
                                .single()));
    }

    private static Map<String, Long> counted(@Nullable Long rows) {
        return rows == null || rows == 0 ? Map.of() : Map.of(TABLE, rows);
    }
}
