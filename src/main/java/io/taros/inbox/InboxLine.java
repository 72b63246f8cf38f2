package io.taros.inbox;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Signal;
import io.taros.conversation.Signals;
import io.taros.platform.web.Wakeful;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open inbox. It is told where to look, never what is there: {@code list} when anything changed
 * in the organization, {@code thread} when the open conversation did, {@code typing} with who
 * writes in it. One thread at a time works for it.
 */
final class InboxLine implements Signals.Listener {
    /** Runs it soon, on another thread. */
    interface Workers {
        void run(Runnable work);

        /** What whoever writes is called, for a colleague. */
        String nameOf(Account.Id member);
    }

    private static final Logger LOG = LoggerFactory.getLogger(InboxLine.class);

    private final Account.Id member;
    private final Conversation.@Nullable Id open;
    private final SseEmitter emitter;
    private final Workers workers;
    private final Wakeful wakeful;
    private final AtomicBoolean isListDue = new AtomicBoolean();
    private final AtomicBoolean isThreadDue = new AtomicBoolean();
    private final AtomicBoolean isBeatDue = new AtomicBoolean();
    private final Queue<Signal> typing = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    InboxLine(
            Account.Id member,
            Conversation.@Nullable Id open,
            SseEmitter emitter,
            Workers workers) {
        this.member = member;
        this.open = open;
        this.emitter = emitter;
        this.workers = workers;
        wakeful = new Wakeful(workers::run, this::step);
    }

    Account.Id member() {
        return member;
    }

    @Override
    public void hear(Signal signal) {
        var isOpen = signal.conversation().equals(open);
        switch (signal.kind()) {
            case KEPT -> {
                isListDue.set(true);
                if (isOpen) {
                    isThreadDue.set(true);
                }
                wakeful.wake();
            }
            case VISITOR_WRITES, PERSON_WRITES -> {
                if (isOpen && !member.equals(signal.by())) {
                    typing.add(signal);
                    wakeful.wake();
                }
            }
            case SHOWN -> {}
        }
    }

    @Override
    public void missed() {
        isListDue.set(true);
        isThreadDue.set(true);
        wakeful.wake();
    }

    /** Shows that the line lives, and finds out whether the other end does. */
    void beat() {
        isBeatDue.set(true);
        wakeful.wake();
    }

    void end() {
        isOver = true;
        emitter.complete();
    }

    void over() {
        isOver = true;
    }

    private void step() {
        if (isOver) {
            return;
        }
        try {
            if (isBeatDue.getAndSet(false)) {
                emitter.send(SseEmitter.event().comment(""));
            }
            if (isThreadDue.getAndSet(false) && open != null) {
                emitter.send(SseEmitter.event().name("thread").data(""));
            }
            if (isListDue.getAndSet(false)) {
                emitter.send(SseEmitter.event().name("list").data(""));
            }
            for (var one = typing.poll(); one != null; one = typing.poll()) {
                var name = one.by() == null ? "" : workers.nameOf(one.by());
                emitter.send(SseEmitter.event().name("typing").data(name));
            }
        } catch (IOException | IllegalStateException e) {
            isOver = true;
            emitter.completeWithError(e);
        } catch (RuntimeException e) {
            // The page opens another and looks at everything.
            LOG.warn("The line of an open inbox broke", e);
            end();
        }
    }
}
