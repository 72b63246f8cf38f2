package io.taros.platform.web;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is asked for from many threads and done by one at a time: whatever is asked for while
 * it runs leads to one more round, so that no wish is lost and none waits for a thread of its own.
 */
public final class Wakeful {
    private final Executor executor;
    private final Runnable step;
    private final AtomicInteger wishes = new AtomicInteger();

    /**
     * @param step one round; must not throw, or no further round is run
     */
    public Wakeful(Executor executor, Runnable step) {
        this.executor = executor;
        this.step = step;
    }

    /** Soon, on another thread. */
    public void wake() {
        if (wishes.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    /** On this thread, unless another one is at it. */
    public void workHere() {
        if (wishes.getAndIncrement() == 0) {
            work();
        }
    }

    private void work() {
        int fulfilled;
        do {
            fulfilled = wishes.get();
            step.run();
        } while (wishes.addAndGet(-fulfilled) != 0);
    }
}
