package io.taros.platform.egress;

import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what left the house for the bound organization, the newest first. */
@Repository
@Transactional(readOnly = true)
public class OutboundLog {
    /**
     * Which calls are wanted; what is absent does not matter.
     *
     * @param until exclusive
     */
    public record Filter(
            @Nullable String vendor,
            @Nullable Purpose purpose,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /** What a month came to with one vendor. In UTC. */
    public record Total(
            YearMonth month,
            String vendor,
            long calls,
            long refused,
            long failed,
            long sentBytes,
            long receivedBytes,
            long masked) {}

    private static final String WANTED =
            """
            from egress_call
            where organization_id = :organization
              and (:vendor::text is null or vendor = :vendor)
              and (:purpose::text is null or purpose = :purpose)
              and (:from::timestamptz is null or at >= :from)
              and (:until::timestamptz is null or at < :until)
            """;

    private final JdbcClient jdbc;

    OutboundLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param after the last one of the page before
     */
    public List<LedgerEntry> list(Filter filter, @Nullable UUID after, int limit) {
        return wanted(
                        """
                        select id, organization_id as organization, at, purpose, vendor, host, area, model, data, calls,
                            sent_bytes, received_bytes, masked, outcome
                        """
                                + WANTED
                                + """
                                  and (:after::uuid is null or (at, id) < (select at, id from egress_call
                                    where organization_id = :organization and id = :after))
                                order by at desc, id desc limit :limit
                                """,
                        filter)
                .param("after", after)
                .param("limit", limit)
                .query(LedgerEntry.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** By month, the newest first, then by who got most. */
    public List<Total> totals(Filter filter) {
        return wanted(
                        """
                        select to_char(at at time zone 'UTC', 'YYYY-MM') as month, vendor,
                            coalesce(sum(calls) filter (where outcome <> 'REFUSED'), 0)::bigint as calls,
                            coalesce(sum(calls) filter (where outcome = 'REFUSED'), 0)::bigint as refused,
                            coalesce(sum(calls) filter (where outcome in ('FAILED', 'OPEN')), 0)::bigint as failed,
                            sum(sent_bytes)::bigint as sent, sum(received_bytes)::bigint as received,
                            coalesce(sum(masked), 0)::bigint as masked
                        """
                                + WANTED
                                + "group by 1, 2 order by 1 desc, sent desc, vendor",
                        filter)
                .query((row, number) ->
                        new Total(
                                YearMonth.parse(row.getString("month")),
                                row.getString("vendor"),
                                row.getLong("calls"),
                                row.getLong("refused"),
                                row.getLong("failed"),
                                row.getLong("sent"),
                                row.getLong("received"),
                                row.getLong("masked")))
                .list();
    }

    /** Whoever got something, or would have. */
    public List<String> vendors() {
        return jdbc
                .sql(
                        """
                        select distinct vendor from egress_call where organization_id = :organization order by 1
                        """)
                .param("organization", Tenancy.organization())
                .query(String.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private JdbcClient.StatementSpec wanted(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("organization", Tenancy.organization())
                .param("vendor", filter.vendor())
                .param("purpose", filter.purpose())
                .param("from", filter.from())
                .param("until", filter.until());
    }
}
