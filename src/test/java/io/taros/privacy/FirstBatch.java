package io.taros.privacy;

import io.taros.conversation.ConversationsGone;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Something that happens inside the transaction of a first batch of conversations. */
@Component
class FirstBatch {
    private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

    void then(Runnable what) {
        next.set(what);
    }

    @EventListener
    void on(ConversationsGone gone) {
        next.getAndSet(() -> {}).run();
    }
}
