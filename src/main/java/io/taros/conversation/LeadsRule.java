package io.taros.conversation;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import io.taros.platform.sql.Cascades;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contact details go ninety days after the last contact: the last word of their conversation, or
 * what a person last did with them. A shorter time than the conversation's takes them out of it; a
 * longer one does not keep them, because they never outlive it.
 */
@Component
class LeadsRule implements RetentionRule {
    private static final String OVER =
            """
            from lead where touched_at < :before and conversation_id <> all(:held::uuid[]) and exists (select from conversation c
                where c.organization_id = lead.organization_id and c.id = lead.conversation_id and c.last_message_at < :before) and
            """
                    + Leads.USED;

    private final JdbcClient jdbc;
    private final Cascades cascades;
    private final TransactionTemplate transactions;

    LeadsRule(JdbcClient jdbc, Cascades cascades, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.cascades = cascades;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public String table() {
        return "lead";
    }

    @Override
    public Term term() {
        return ConversationsRule.TERM;
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

    private Map<String, Long> count(Instant before, Set<UUID> held) {
        UnaryOperator<StatementSpec> parameters =
                statement -> statement.param("before", before).param("held", held);
        return transactions.execute(status ->
                with(
                        cascades.count(table(), "in (select id %s)".formatted(OVER), parameters),
                        parameters
                                .apply(jdbc.sql("select count(*) " + OVER))
                                .query(Long.class)
                                .single()));
    }

    private Map<String, Long> remove(Instant before, int most, Set<UUID> held) {
        return transactions.execute(status -> {
            var ids =
                    jdbc.sql(
                                    "select id %s order by touched_at limit :most for update skip locked"
                                            .formatted(OVER))
                            .param("before", before)
                            .param("held", held)
                            .param("most", most)
                            .query(UUID.class)
                            .list();
            UnaryOperator<StatementSpec> parameters = statement -> statement.param("ids", ids);
            return with(
                    cascades.count(table(), "= any(:ids::uuid[])", parameters),
                    parameters
                            .apply(jdbc.sql("delete from lead where id = any(:ids::uuid[])"))
                            .update());
        });
    }

    private Map<String, Long> with(Map<String, Long> along, long leads) {
        var counts = new TreeMap<>(along);
        if (leads > 0) {
            counts.put(table(), leads);
        }
        return counts;
    }

    /** The rule for what is held. */
    private final class Sparing implements RetentionRule {
        private final Set<UUID> held;

        Sparing(Set<UUID> held) {
            this.held = Set.copyOf(held);
        }

        @Override
        public String name() {
            return LeadsRule.this.name();
        }

        @Override
        public String table() {
            return LeadsRule.this.table();
        }

        @Override
        public Term term() {
            return LeadsRule.this.term();
        }

        @Override
        public boolean isOfOrganizations() {
            return true;
        }

        @Override
        public Map<String, Long> count(Instant before) {
            return LeadsRule.this.count(before, held);
        }

        @Override
        public Map<String, Long> remove(Instant before, int most) {
            return LeadsRule.this.remove(before, most, held);
        }

        @Override
        public RetentionRule sparing(Set<UUID> others) {
            return new Sparing(others);
        }
    }
}
