package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InBackgroundTest {
    @Test
    void isLoadedOnceHoweverManyAsk() {
        var loads = new AtomicInteger();
        var loaded = new InBackground<>(loads::incrementAndGet);

        loaded.start();
        loaded.start();

        assertThat(loaded.get()).isEqualTo(1);
        assertThat(loaded.get()).isEqualTo(1);
    }

    @Test
    void survivesTheInterruptionOfWhoAskedFirst() throws InterruptedException {
        var mayGoOn = new CountDownLatch(1);
        var loaded =
                new InBackground<>(() -> {
                    mayGoOn.await();
                    return "model";
                });
        var first =
                Thread.ofVirtual()
                        .unstarted(() ->
                                assertThatThrownBy(loaded::get)
                                        .isInstanceOf(IllegalStateException.class));

        first.start();
        first.interrupt();
        first.join();
        mayGoOn.countDown();

        assertThat(loaded.get()).isEqualTo("model");
    }
}
