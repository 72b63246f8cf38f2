package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.Eventually;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();
    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void letsFewWork() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 70; i++) {
                threads.submit(() -> within(this::stay));
            }
            Eventually.eventually(() -> assertThat(inside).hasValue(64));
            over.countDown();
        }
        assertThat(inside).hasValue(70);
    }

    @Test
    void letsMoreWaitForModels() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 500; i++) {
                threads.submit(() -> within(() -> places.waiting(this::stay)));
            }
            Eventually.eventually(() -> assertThat(inside).hasValue(500));
            over.countDown();
        }
    }

    private Void within(java.util.function.Supplier<Void> work) throws InterruptedException {
        places.enter();
        try {
            return work.get();
        } finally {
            places.leave();
        }
    }

    private Void stay() {
        inside.incrementAndGet();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
