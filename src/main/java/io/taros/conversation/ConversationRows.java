package io.taros.conversation;

import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Cascades;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Conversations with everything that goes along with them. */
@Component
class ConversationRows {
    private static final String TABLE = "conversation";

    private final JdbcClient jdbc;
    private final Cascades cascades;
    private final Jobs jobs;

    ConversationRows(JdbcClient jdbc, Cascades cascades, Jobs jobs) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.cascades = cascades;
    }

    /**
     * How many have been silent since then, but for what is held or restricted; with all that goes
     * along.
     *
     * @param before exclusive
     */
    Map<String, Long> count(Instant before, Collection<UUID> held) {
        var over =
                "from conversation where last_message_at < :before and id <> all(:held::uuid[]) and"
                        + Restrictions.NONE;
        UnaryOperator<StatementSpec> parameters =
                statement -> statement.param("before", before).param("held", held);
        var counts =
                new TreeMap<>(
                        cascades.count(TABLE, "in (select id %s)".formatted(over), parameters));
        put(
                counts,
                parameters.apply(jdbc.sql("select count(*) " + over)).query(Long.class).single());
        return counts;
    }

    /**
     * The longest silent, locked; one that is being written in is left out.
     *
     * @param before exclusive
     */
    List<UUID> lock(Instant before, Collection<UUID> held, int most) {
        return jdbc
                .sql(
                        """
                        select id from conversation where last_message_at < :before and id <> all(:held::uuid[]) and %s
                        order by last_message_at limit :most for update skip locked
                        """
                                .formatted(Restrictions.NONE))
                .param("before", before)
                .param("held", held)
                .param("most", most)
                .query(UUID.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * In the caller's transaction.
     *
     * @return how many rows went, by table
     */
    Map<String, Long> remove(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var counts =
                new TreeMap<>(
                        cascades.count(
                                TABLE,
                                "= any(:ids::uuid[])",
                                statement -> statement.param("ids", ids)));
        put(
                counts,
                jdbc.sql("delete from conversation where id = any(:ids::uuid[])")
                        .param("ids", ids)
                        .update());
        if (counts.containsKey("attachment")) {
            jobs.enqueue(new DiscardFiles(Tenancy.organization()));
        }
        return counts;
    }

    private static void put(Map<String, Long> counts, long rows) {
        if (rows > 0) {
            counts.put(TABLE, rows);
        }
    }
}
