package io.taros.billing;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import io.taros.platform.sql.CrossOrganization;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * P-32: what a law asked to be kept, on the day after its last. Of all organizations at once, those
 * that are no more included.
 */
@Component
class FinancialRecordsRule implements RetentionRule {
    static final String NAME = "financial-records";
    static final String TABLE = "financial_record";

    private final CrossOrganization everybody;

    FinancialRecordsRule(CrossOrganization everybody) {
        this.everybody = everybody;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return TABLE;
    }

    /** The row says itself until when: five years of a calendar are no number of days. */
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
                everybody.inTransaction(jdbc ->
                        jdbc.sql("select count(*) from financial_record where keep_until < :day")
                                .param("day", dayOf(before))
                                .query(Long.class)
                                .single()));
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return counted(
                everybody.inTransaction(jdbc ->
                        (long)
                                jdbc.sql(
                                                """
                                                delete from financial_record where ctid = any(array(
                                                    select ctid from financial_record where keep_until < :day
                                                    order by keep_until limit :most for update skip locked))
                                                """)
                                        .param("day", dayOf(before))
                                        .param("most", most)
                                        .update()));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Map<String, Long> counted(long rows) {
        return rows == 0 ? Map.of() : Map.of(TABLE, rows);
    }
}
