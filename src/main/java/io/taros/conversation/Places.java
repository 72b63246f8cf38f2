package io.taros.conversation;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many answers are in the making at once. Those that search and compare compete for processors
 * and connections, so they are few; one that waits for a model leaves its place to another
 * meanwhile.
 */
final class Places {
    private static final int WORKING = 64;
    private static final int WAITING = 1_000;

    private final Semaphore working = new Semaphore(WORKING, true);
    private final Semaphore waiting = new Semaphore(WAITING, true);

    void enter() throws InterruptedException {
        working.acquire();
    }

    void leave() {
        working.release();
    }

    /** Within a place. */
    <T> T waiting(Supplier<T> work) {
        waiting.acquireUninterruptibly();
        working.release();
        try {
            return work.get();
        } finally {
            // In this order, for whoever has a place may wait to be one of those who wait.
            waiting.release();
            working.acquireUninterruptibly();
        }
    }
}
