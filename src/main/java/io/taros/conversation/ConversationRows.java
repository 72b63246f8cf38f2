package io.taros.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations with everything that goes along with them. */
@Component
class ConversationRows {
    static final List<String> GO_ALONG =
            List.of("message", "turn", "stream_event", "rating", "lead", "visitor_identity");

    private final JdbcClient jdbc;

    ConversationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the caller's transaction.
     *
     * @return how many rows went, by table
     */
    Map<String, Long> remove(Collection<UUID> ids) {
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

    static void put(Map<String, Long> counts, String table, long rows) {
        if (rows > 0) {
            counts.put(table, rows);
        }
    }
}
