package io.taros.conversation;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * P-29: conversations go ninety days after the last word in them, with all that was said, rated and
 * left there. What the days came to in sums stays, and holds nothing of anybody.
 */
@Repository
@Transactional
class ConversationsRule implements RetentionRule {
    private static final List<String> GO_ALONG =
            List.of("message", "turn", "stream_event", "rating", "lead", "visitor_identity");

    private final JdbcClient jdbc;

    ConversationsRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public Term term() {
        return new Term(
                Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(730));
    }

    @Override
    public boolean isOfOrganizations() {
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> count(Instant before) {
        var counts = new TreeMap<String, Long>();
        put(
                counts,
                "conversation",
                jdbc.sql("select count(*) from conversation where last_message_at < :before")
                        .param("before", before)
                        .query(Long.class)
                        .single());
        for (var table : GO_ALONG) {
            var rows =
                    jdbc.sql(
                                    """
                                    select count(*) from %s row join conversation c
                                        on c.organization_id = row.organization_id and c.id = row.conversation_id
                                    where c.last_message_at < :before
                                    """
                                            .formatted(table))
                            .param("before", before)
                            .query(Long.class)
                            .single();
            put(counts, table, rows);
        }
        return counts;
    }

    /** Their locks are taken in the order of the sweep; one that is being written in is left. */
    @Override
    public Map<String, Long> remove(Instant before, int most) {
        var ids =
                jdbc.sql(
                                """
                                select id from conversation where last_message_at < :before
                                order by last_message_at limit :most for update skip locked
                                """)
                        .param("before", before)
                        .param("most", most)
                        .query(UUID.class)
                        .list();
        var counts = new TreeMap<String, Long>();
        if (ids.isEmpty()) {
            return counts;
        }
        for (var table : GO_ALONG) {
            var rows =
                    jdbc.sql("select count(*) from " + table + " where conversation_id = any(:ids)")
                            .param("ids", ids)
                            .query(Long.class)
                            .single();
            put(counts, table, rows);
        }
        put(
                counts,
                "conversation",
                jdbc.sql("delete from conversation where id = any(:ids)")
                        .param("ids", ids)
                        .update());
        return counts;
    }

    private static void put(Map<String, Long> counts, String table, long rows) {
        if (rows > 0) {
            counts.put(table, rows);
        }
    }
}
