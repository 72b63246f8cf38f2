package io.taros.conversation;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    /** By the id of a conversation, or of an organization for all of its conversations. */
    private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

    private final TransactionTemplate transactions;
    private final OtherNodes others;

    Signals(TransactionTemplate transactions, OtherNodes others) {
        this.transactions = transactions;
        this.others = others;
    }

    /** Called on the thread that caused the signal; must hand its work on. */
    public interface Listener {
        void hear(Signal signal);

        /** Signals may have been missed. */
        void missed();
    }

    public void listen(Conversation.Id conversation, Listener listener) {
        listen(conversation.value(), listener);
    }

    public void listen(OrganizationId organization, Listener listener) {
        listen(organization.value(), listener);
    }

    public void forget(Conversation.Id conversation, Listener listener) {
        forget(conversation.value(), listener);
    }

    public void forget(OrganizationId organization, Listener listener) {
        forget(organization.value(), listener);
    }

    private void listen(UUID what, Listener listener) {
        listeners.compute(
                what,
                (id, present) -> {
                    var all = present == null ? ConcurrentHashMap.<Listener>newKeySet() : present;
                    all.add(listener);
                    return all;
                });
    }

    private void forget(UUID what, Listener listener) {
        listeners.computeIfPresent(
                what,
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
        return deciding(conversation, () -> done(work)).isPresent();
    }

    /** The same where more is to be told of it than that it is done. */
    <T> Optional<T> deciding(Conversation.Id conversation, Supplier<Optional<T>> work) {
        return doing(signal(Signal.Kind.KEPT, conversation, null), work);
    }

    /** The same for what is gone once the answer is there. */
    boolean showing(Conversation.Id conversation, BooleanSupplier work) {
        return doing(signal(Signal.Kind.SHOWN, conversation, null), () -> done(work)).isPresent();
    }

    private static Optional<Boolean> done(BooleanSupplier work) {
        return work.getAsBoolean() ? Optional.of(true) : Optional.empty();
    }

    /** The visitor is writing; kept nowhere. */
    public void visitorWrites(Conversation.Id conversation) {
        send(signal(Signal.Kind.VISITOR_WRITES, conversation, null));
    }

    /** A member is writing; kept nowhere. */
    public void personWrites(Conversation.Id conversation, Account.Id member) {
        send(signal(Signal.Kind.PERSON_WRITES, conversation, member));
    }

    private <T> Optional<T> doing(Signal signal, Supplier<Optional<T>> work) {
        var done =
                transactions.execute(status -> {
                    var worked = work.get();
                    if (worked.isEmpty()) {
                        status.setRollbackOnly();
                    }
                    return worked;
                });
        if (done.isPresent()) {
            send(signal);
        }
        return done;
    }

    /** In a transaction: whoever listens to one of them is told once it commits. */
    void gone(Collection<UUID> conversations) {
        var signals =
                conversations.stream()
                        .map(id -> signal(Signal.Kind.KEPT, new Conversation.Id(id), null))
                        .toList();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        signals.forEach(Signals.this::send);
                    }
                });
    }

    private static Signal signal(
            Signal.Kind kind, Conversation.Id conversation, Account.@Nullable Id by) {
        return new Signal(kind, Tenancy.organization(), conversation, by);
    }

    private void send(Signal signal) {
        tell(signal);
        others.tell(node + "/" + signal.payload());
    }

    /** From PostgreSQL; our own have been heard already. */
    void heard(String payload) {
        if (payload.startsWith(node + "/")) {
            return;
        }
        try {
            tell(Signal.parse(payload.substring(node.length() + 1)));
        } catch (RuntimeException e) {
            // A node of another version says it in other words: something may have happened.
            missed();
        }
    }

    void missed() {
        listeners.values().forEach(all -> all.forEach(Listener::missed));
    }

    private void tell(Signal signal) {
        Consumer<Listener> telling = listener -> listener.hear(signal);
        listeners.getOrDefault(signal.conversation().value(), Set.of()).forEach(telling);
        listeners.getOrDefault(signal.organization().value(), Set.of()).forEach(telling);
    }
}
