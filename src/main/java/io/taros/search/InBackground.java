package io.taros.search;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something slow to load, loaded once: ahead of time by {@link #start}, or when somebody needs it.
 * Always on a thread of its own, because whoever needs it first may be interrupted, and a load cut
 * off halfway would stay failed for everybody after.
 */
final class InBackground<T> {
    private final FutureTask<T> loading;
    private final AtomicBoolean isStarted = new AtomicBoolean();

    InBackground(Callable<T> load) {
        this.loading = new FutureTask<>(load);
    }

    void start() {
        if (isStarted.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("load-model").start(loading);
        }
    }

    T get() {
        start();
        try {
            return loading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a model was loading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a model could not be loaded", e.getCause());
        }
    }
}
