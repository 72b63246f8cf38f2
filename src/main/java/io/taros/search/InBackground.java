package io.taros.search;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something slow to load, loaded once: ahead of time by {@link #start}, or by whoever needs it. */
final class InBackground<T> {
    private final FutureTask<T> loading;

    InBackground(Callable<T> load) {
        this.loading = new FutureTask<>(load);
    }

    void start() {
        Thread.ofPlatform().daemon().name("load-model").start(loading);
    }

    T get() {
        loading.run();
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
