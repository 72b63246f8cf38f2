package io.taros.conversation;

import io.taros.platform.retention.Ending;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P-29: conversations go ninety days after the last word in them, with all that was said, rated and
 * left there. What the days came to in sums stays, and holds nothing of anybody; where the
 * organization wants it, sums by language and month, too. One that is held stays as long as it is.
 */
@Component
class ConversationsRule implements RetentionRule {
    /** Of what is said, and of what is left beside it. */
    static final Term TERM =
            new Term(
                    Duration.ofDays(90),
                    Duration.ofDays(1),
                    Duration.ofDays(90),
                    Duration.ofDays(730));

    private final ConversationRows rows;
    private final LanguageMonths months;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    ConversationsRule(
            ConversationRows rows,
            LanguageMonths months,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.months = months;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public String table() {
        return "conversation";
    }

    @Override
    public Term term() {
        return TERM;
    }

    @Override
    public boolean isOfOrganizations() {
        return true;
    }

    @Override
    public List<Ending> endings() {
        return List.of(Ending.DELETION, Ending.ANONYMISATION);
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return count(before, Set.of());
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return new Certain(Set.of(), Ending.DELETION).remove(before, most);
    }

    @Override
    public RetentionRule sparing(Set<UUID> held) {
        return held.isEmpty() ? this : new Certain(held, Ending.DELETION);
    }

    @Override
    public RetentionRule ending(Ending how) {
        return how == Ending.DELETION ? this : new Certain(Set.of(), how);
    }

    private Map<String, Long> count(Instant before, Set<UUID> held) {
        return transactions.execute(status -> rows.count(before, held));
    }

    /** Their locks are taken in the order of the sweep. */
    private Map<String, Long> remove(Instant before, int most, Certain as) {
        return transactions.execute(status -> {
            var ids = rows.lock(before, as.held, most);
            if (ids.isEmpty()) {
                months.settle(before);
                return Map.of();
            }
            if (as.ending == Ending.ANONYMISATION) {
                months.add(ids);
            }
            events.publishEvent(new ConversationsGone(ids));
            return rows.remove(ids);
        });
    }

    /** The rule for what is held and how the rest ends. */
    private final class Certain implements RetentionRule {
        private final Set<UUID> held;
        private final Ending ending;

        Certain(Set<UUID> held, Ending ending) {
            this.held = Set.copyOf(held);
            this.ending = ending;
        }

        @Override
        public String name() {
            return ConversationsRule.this.name();
        }

        @Override
        public String table() {
            return ConversationsRule.this.table();
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
            return ConversationsRule.this.remove(before, most, this);
        }

        @Override
        public RetentionRule sparing(Set<UUID> others) {
            return new Certain(others, ending);
        }

        @Override
        public RetentionRule ending(Ending how) {
            return new Certain(held, how);
        }
    }
}
