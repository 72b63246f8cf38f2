package io.taros.organization;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.sql.CrossOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Which organizations there are, for those who run the installation: what they are called and how
 * many are in them, never who, and nothing of what they keep here.
 */
@Repository
public class Directory {
    /**
     * @param members how many accounts are in it
     * @param seats how many there may be; any number if absent
     */
    public record Entry(
            OrganizationId organizationId,
            String name,
            int members,
            @Nullable Integer seats,
            Instant createdAt) {}

    private static final String SELECT =
            """
            select o.organization_id, o.name, o.seats, o.created_at,
                (select count(*)::int from member m where m.organization_id = o.organization_id) as members
            from organization o
            """;

    private final CrossOrganization everybody;

    Directory(CrossOrganization everybody) {
        this.everybody = everybody;
    }

    /**
     * The newest first.
     *
     * @param words part of a name, or an id; all of them if blank
     * @param before the last one of the page before
     */
    public List<Entry> list(String words, @Nullable UUID before, int limit) {
        return everybody.inTransaction(jdbc ->
                entries(
                        jdbc.sql(
                                        SELECT
                                                + """
                                                where (:words = '' or position(lower(:words) in lower(o.name)) > 0
                                                    or o.organization_id::text = lower(:words))
                                                  and (:before::uuid is null or o.organization_id < :before)
                                                order by o.organization_id desc limit :limit
                                                """)
                                .param("words", words.strip())
                                .param("before", before)
                                .param("limit", limit)));
    }

    public List<Entry> findAll(List<UUID> ids) {
        return everybody.inTransaction(jdbc ->
                entries(
                        jdbc.sql(SELECT + " where o.organization_id = any(:ids)")
                                .param("ids", ids)));
    }

    public Optional<Entry> find(OrganizationId organization) {
        return findAll(List.of(organization.value())).stream().findFirst();
    }

    private static List<Entry> entries(StatementSpec statement) {
        return statement.query(Entry.class).stream().map(Objects::requireNonNull).toList();
    }
}
