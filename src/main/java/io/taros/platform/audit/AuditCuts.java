package io.taros.platform.audit;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes off the beginning of the bound organization's audit log. A log is cut at a signed end of it
 * alone: whoever checks what is left knows from outside the database which hash it has to follow,
 * and since when.
 */
@Repository
class AuditCuts {
    /** The database keeps what is younger, whatever is asked of it. */
    static final Duration LEAST = Duration.ofDays(365);

    private record End(long seq, byte[] hash) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CrossOrganization everybody;
    private final AuditKey key;
    private final InstantSource clock;

    AuditCuts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CrossOrganization everybody,
            AuditKey key,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.everybody = everybody;
        this.key = key;
        this.clock = clock;
    }

    Optional<AuditCut> find() {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select organization_id, seq, hash, at, signature from audit_cut
                                where organization_id = :organization
                                """)
                        .param("organization", Tenancy.organization())
                        .query(AuditCut.class)
                        .optional());
    }

    /** What was signed before that moment, and so is older. */
    Map<String, Long> count(Instant before) {
        return transactions.execute(status -> {
            var counts = new TreeMap<String, Long>();
            var end =
                    jdbc.sql(
                                    """
                                    select coalesce(max(c.seq), 0) from audit_checkpoint c join audit_entry e
                                        on e.organization_id = c.organization_id and e.seq = c.seq
                                    where c.organization_id = :organization and c.at < :before and e.at < :before
                                    """)
                            .param("organization", Tenancy.organization())
                            .param("before", before)
                            .query(Long.class)
                            .single();
            put(counts, "audit_entry", count("audit_entry where seq <= :end", end));
            put(counts, "audit_checkpoint", count("audit_checkpoint where seq < :end", end));
            return counts;
        });
    }

    /**
     * Nothing younger than {@link #LEAST} goes, as if a day in the future had come or not.
     *
     * @param most entries, as far as there are signed ends near enough
     */
    Map<String, Long> cut(Instant before, int most) {
        var begins = find().map(AuditCut::seq).orElse(0L);
        var end = transactions.execute(status -> end(begins, before, most));
        if (end.isEmpty()) {
            return Map.of();
        }
        var unsigned =
                new AuditCut(
                        Tenancy.organization().value(),
                        end.get().seq(),
                        end.get().hash(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        new byte[0]);
        return cut(begins, unsigned.with(key.sign(unsigned.signed())));
    }

    /**
     * The last signed end that is within reach, or else the next. A clock that was put back in
     * between makes a signature older than what it signs, so both count.
     */
    private Optional<End> end(long begins, Instant before, int most) {
        return jdbc.sql(
                        """
                        select c.seq, c.hash from audit_checkpoint c join audit_entry e
                            on e.organization_id = c.organization_id and e.seq = c.seq
                        where c.organization_id = :organization and c.seq > :begins
                          and greatest(c.at, e.at) < least(:before, now() - interval '365 days')
                        order by c.seq > :within, case when c.seq > :within then c.seq else -c.seq end limit 1
                        """)
                .param("organization", Tenancy.organization())
                .param("begins", begins)
                .param("before", before)
                .param("within", begins + most)
                .query(End.class)
                .optional();
    }

    private Map<String, Long> cut(long begins, AuditCut cut) {
        var organization = Tenancy.organization();
        return everybody.inTransaction(staff -> {
            put(staff, cut);
            var entries = delete(staff, "audit_entry where seq <= :end", organization, cut);
            if (entries != cut.seq() - begins) {
                throw new IllegalStateException("The beginning of an audit log is not whole");
            }
            var counts = new TreeMap<String, Long>();
            put(counts, "audit_entry", entries);
            put(
                    counts,
                    "audit_checkpoint",
                    delete(staff, "audit_checkpoint where seq < :end", organization, cut));
            return counts;
        });
    }

    private static void put(JdbcClient staff, AuditCut cut) {
        staff.sql(
                        """
                        insert into audit_cut (organization_id, seq, hash, at, signature)
                        values (:organization, :seq, :hash, :at, :signature)
                        on conflict (organization_id) do update
                            set seq = excluded.seq, hash = excluded.hash, at = excluded.at, signature = excluded.signature
                        """)
                .param("organization", cut.organizationId())
                .param("seq", cut.seq())
                .param("hash", cut.hash())
                .param("at", cut.at())
                .param("signature", cut.signature())
                .update();
    }

    private static long delete(
            JdbcClient staff, String which, OrganizationId organization, AuditCut cut) {
        return staff.sql("delete from " + which + " and organization_id = :organization")
                .param("organization", organization)
                .param("end", cut.seq())
                .update();
    }

    private long count(String which, long end) {
        return jdbc.sql("select count(*) from " + which + " and organization_id = :organization")
                .param("organization", Tenancy.organization())
                .param("end", end)
                .query(Long.class)
                .single();
    }

    private static void put(Map<String, Long> counts, String table, long rows) {
        if (rows > 0) {
            counts.put(table, rows);
        }
    }
}
