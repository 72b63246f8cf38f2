package io.taros.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says that something happened in a conversation: to this node at once, to the others through
 * PostgreSQL. A signal carries nothing; whoever hears it reads what is new. It may be lost with a
 * connection, so listeners look by themselves now and then.
 */
@Component
public class Signals {
    static final String CHANNEL = "taros_conversation";

    private final String node = UUID.randomUUID().toString().substring(0, 8);
    private final Map<UUID, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Signals(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The listener is called on the thread that caused the signal and must hand its work on. */
    public void listen(Conversation.Id conversation, Runnable listener) {
        listeners.compute(
                conversation.value(),
                (id, present) -> {
                    var all = present == null ? ConcurrentHashMap.<Runnable>newKeySet() : present;
                    all.add(listener);
                    return all;
                });
    }

    public void forget(Conversation.Id conversation, Runnable listener) {
        listeners.computeIfPresent(
                conversation.value(),
                (id, present) -> {
                    present.remove(listener);
                    return present.isEmpty() ? null : present;
                });
    }

    /**
     * Does the work in one transaction and signals when it commits; if the work says false,
     * everything is rolled back and nobody hears of it.
     */
    boolean changing(Conversation.Id conversation, BooleanSupplier work) {
        var isDone =
                transactions.execute(status -> {
                    if (work.getAsBoolean()) {
                        tellOtherNodes(conversation);
                        return true;
                    }
                    status.setRollbackOnly();
                    return false;
                });
        if (isDone) {
            wake(conversation.value());
        }
        return isDone;
    }

    /** In a transaction: whoever listens to one of them is told once it commits. */
    void gone(Collection<UUID> conversations) {
        conversations.forEach(id -> tellOtherNodes(new Conversation.Id(id)));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        conversations.forEach(Signals.this::wake);
                    }
                });
    }

    private void tellOtherNodes(Conversation.Id conversation) {
        jdbc.sql("select pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", node + "/" + conversation.value())
                .query((row, number) -> true)
                .list();
    }

    /** From PostgreSQL; our own have been heard already. */
    void heard(String payload) {
        var slash = payload.indexOf('/');
        if (slash > 0 && !payload.startsWith(node)) {
            wake(UUID.fromString(payload.substring(slash + 1)));
        }
    }

    /** Signals may have been missed. */
    void wakeAll() {
        listeners.keySet().forEach(this::wake);
    }

    private void wake(UUID conversation) {
        listeners.getOrDefault(conversation, Set.of()).forEach(Runnable::run);
    }
}
