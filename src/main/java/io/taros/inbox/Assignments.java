package io.taros.inbox;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.HandedOver;
import io.taros.conversation.Queues;
import io.taros.conversation.Queues.Burden;
import io.taros.conversation.SeeToConversation;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives what is handed over to somebody who is there, where the organization wants that. What comes
 * while nobody is there stays for whoever comes first.
 */
@Component
public class Assignments implements JobHandler<AssignWaiting> {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final Conversations conversations;
    private final Colleagues colleagues;
    private final Queues queues;
    private final SeeToConversation seeTo;
    private final Audit audit;

    Assignments(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Jobs jobs,
            Conversations conversations,
            Colleagues colleagues,
            Queues queues,
            SeeToConversation seeTo,
            Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.conversations = conversations;
        this.colleagues = colleagues;
        this.queues = queues;
        this.seeTo = seeTo;
        this.audit = audit;
    }

    public Assignment way() {
        return transactions.execute(status ->
                jdbc.sql("select way from assignment_setting")
                        .query((row, number) -> Assignment.valueOf(row.getString(1)))
                        .optional()
                        .orElse(Assignment.MANUAL));
    }

    public void choose(Assignment way) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            insert into assignment_setting (organization_id, way) values (:organization, :way)
                            on conflict (organization_id) do update set way = excluded.way
                            """)
                    .param("organization", Tenancy.organization())
                    .param("way", way)
                    .update();
            audit.record(
                    InboxAction.ASSIGNMENT_CHOSEN,
                    Tenancy.organization(),
                    Map.of("way", way.name()));
        });
    }

    /** In the transaction that hands over: whether anybody is given it is seen to after it. */
    @EventListener
    void on(HandedOver event) {
        jobs.enqueue(new AssignWaiting(Tenancy.organization(), event.conversation()));
    }

    @Override
    public Class<AssignWaiting> type() {
        return AssignWaiting.class;
    }

    @Override
    public void handle(AssignWaiting job) {
        var way = way();
        var conversation = conversations.find(job.conversation());
        if (way == Assignment.MANUAL || conversation.filter(this::isOpen).isEmpty()) {
            return;
        }
        next(conversation.get(), way).ifPresent(one -> seeTo.give(conversation.get(), one));
    }

    /** Whoever cannot reply in it any more does not see to it either. */
    private boolean isOpen(Conversation conversation) {
        var assignee = conversation.assignee();
        return conversation.state() == Conversation.State.WAITING
                && (assignee == null || !colleagues.isColleague(assignee, conversation.botId()));
    }

    private Optional<Account.Id> next(Conversation conversation, Assignment way) {
        var burdens = queues.burdens();
        Comparator<Burden> longestAgo =
                Comparator.comparing(
                        Burden::lastAssignedAt,
                        Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
        var order =
                way == Assignment.LEAST_BUSY
                        ? Comparator.comparingLong(Burden::going).thenComparing(longestAgo)
                        : longestAgo;
        return colleagues.meant(conversation).stream()
                .filter(Colleague::isPresent)
                .map(Colleague::id)
                .min(Comparator.comparing(id -> burdens.getOrDefault(id, Burden.NONE), order));
    }
}
