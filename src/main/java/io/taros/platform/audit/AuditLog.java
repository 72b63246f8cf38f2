package io.taros.platform.audit;

import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the bound organization's audit log, the newest entries first. */
@Repository
public class AuditLog {
    /**
     * Which entries are wanted; what is absent does not matter.
     *
     * @param area the part of the action before the dot
     * @param actor an account or an API key
     * @param until exclusive
     * @param id of an object or a request
     */
    public record Filter(
            @Nullable String area,
            @Nullable UUID actor,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String id) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param before the number of an entry; only older ones
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> list(Filter filter, long before, int limit) {
        return jdbc
                .sql(
                        "select "
                                + Audit.COLUMNS
                                + """
                                from audit_entry
                                where organization_id = :organization and seq < :before
                                  and (:area::text is null or split_part(action, '.', 1) = :area)
                                  and (:actor::uuid is null or actor_id = :actor)
                                  and (:from::timestamptz is null or at >= :from)
                                  and (:until::timestamptz is null or at < :until)
                                  and (:id::text is null or object_id::text = :id or request_id = :id)
                                order by seq desc limit :limit
                                """)
                .param("organization", Tenancy.organization())
                .param("before", before)
                .param("area", filter.area())
                .param("actor", filter.actor())
                .param("from", filter.from())
                .param("until", filter.until())
                .param("id", filter.id())
                .param("limit", limit)
                .query(AuditEntry.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
