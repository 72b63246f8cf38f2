package io.taros.conversation;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P-29: conversations go ninety days after the last word in them, with all that was said, rated and
 * left there. What the days came to in sums stays, and holds nothing of anybody. One that is held
 * stays as long as it is.
 */
@Repository
class ConversationsRule implements RetentionRule {
    private final JdbcClient jdbc;
    private final ConversationRows rows;
    private final TransactionTemplate transactions;

    ConversationsRule(JdbcClient jdbc, ConversationRows rows, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
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
    public Map<String, Long> count(Instant before) {
        return count(before, Set.of());
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return remove(before, most, Set.of());
    }

    @Override
    public RetentionRule sparing(Set<UUID> held) {
        return held.isEmpty() ? this : new Sparing(held);
    }

    private final class Sparing implements RetentionRule {
        private final Set<UUID> held;

        Sparing(Set<UUID> held) {
            this.held = Set.copyOf(held);
        }

        @Override
        public String name() {
            return ConversationsRule.this.name();
        }

        @Override
        public Term term() {
            return ConversationsRule.this.term();
        }

        @Override
        public boolean isOfOrganizations() {
            return true;
        }

        @Override
        public Map<String, Long> count(Instant before) {
            return ConversationsRule.this.count(before, held);
        }

        @Override
        public Map<String, Long> remove(Instant before, int most) {
            return ConversationsRule.this.remove(before, most, held);
        }
    }

    private Map<String, Long> count(Instant before, Set<UUID> held) {
        return transactions.execute(status -> {
            var counts = new TreeMap<String, Long>();
            ConversationRows.put(
                    counts,
                    "conversation",
                    jdbc.sql(
                                    """
                                    select count(*) from conversation
                                    where last_message_at < :before and id <> all(:held::uuid[])
                                    """)
                            .param("before", before)
                            .param("held", held)
                            .query(Long.class)
                            .single());
            for (var table : ConversationRows.GO_ALONG) {
                ConversationRows.put(counts, table, countAlong(table, before, held));
            }
            return counts;
        });
    }

    private long countAlong(String table, Instant before, Set<UUID> held) {
        return jdbc.sql(
                        """
                        select count(*) from %s row join conversation c
                            on c.organization_id = row.organization_id and c.id = row.conversation_id
                        where c.last_message_at < :before and c.id <> all(:held::uuid[])
                        """
                                .formatted(table))
                .param("before", before)
                .param("held", held)
                .query(Long.class)
                .single();
    }

    /** Their locks are taken in the order of the sweep; one that is being written in is left. */
    private Map<String, Long> remove(Instant before, int most, Set<UUID> held) {
        return transactions.execute(status -> {
            var ids =
                    jdbc
                            .sql(
                                    """
                                    select id from conversation where last_message_at < :before and id <> all(:held::uuid[])
                                    order by last_message_at limit :most for update skip locked
                                    """)
                            .param("before", before)
                            .param("held", held)
                            .param("most", most)
                            .query(UUID.class)
                            .stream()
                            .map(Objects::requireNonNull)
                            .toList();
            return rows.remove(ids);
        });
    }
}
