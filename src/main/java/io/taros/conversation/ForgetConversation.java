package io.taros.conversation;

import io.taros.platform.audit.Audit;
import io.taros.platform.retention.Holds;
import io.taros.platform.rights.ForgetPerson;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.ThreadsErased;
import io.taros.platform.web.Conflict;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes a conversation at its visitor's wish, with all that was said, shown, rated and left in
 * it, and with what other modules made of it (P-40). Whoever still listens to it is told, on every
 * node.
 */
@Component
public class ForgetConversation {
    private final Conversations conversations;
    private final ForgetPerson forgetting;
    private final Holds holds;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ForgetConversation(
            Conversations conversations,
            ForgetPerson forgetting,
            Holds holds,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.clock = clock;
        this.conversations = conversations;
        this.forgetting = forgetting;
        this.holds = holds;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * By the conversation alone: whatever name or address somebody typed into it proves nothing,
     * and must not take along what others wrote.
     *
     * @throws Conflict while the organization has to keep it
     */
    public void forget(Conversation.Id conversation) {
        var person = new Person(List.of(conversation.value()), Set.of());
        transactions.executeWithoutResult(status -> {
            if (!conversations.isThere(conversation)) {
                return;
            }
            var held = holds.forRemoval(clock.instant());
            if (held.isAll() || held.threads().contains(conversation.value())) {
                throw new Conflict("conversation.input.held");
            }
            events.publishEvent(new ThreadsErased(person.threads()));
            forgetting.forget(person);
            audit.record(ConversationAction.DELETED, conversation);
            events.publishEvent(new ServedThemselves(ServedThemselves.With.ERASURE));
        });
    }
}
