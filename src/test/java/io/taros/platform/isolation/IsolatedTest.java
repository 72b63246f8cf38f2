package io.taros.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.isolation.Isolated.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Few processes for many who wait. */
class IsolatedTest {
    @AutoClose
    private final Isolated processes = new Isolated(Echo.class, Duration.ofSeconds(20), 64);

    /** Answers with what it is given. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] arguments) throws IOException {
            IsolatedLoop.serve(task -> task.readNBytes(1));
        }
    }

    @Test
    void whoeverIsWaitedForWaitsNotForEver() throws Exception {
        var begun = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        for (var busy = 0; busy < 2; busy++) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            processes.run(() -> {
                                begun.countDown();
                                awaited(go);
                                return out -> out.write(1);
                            });
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
        begun.await();

        assertThat(processes.runWithin(Duration.ofMillis(50), () -> out -> out.write(2))).isEmpty();
        go.countDown();
        assertThat(processes.runWithin(Duration.ofSeconds(30), () -> out -> out.write(3)))
                .hasValueSatisfying(outcome ->
                        assertThat(((Outcome.Answered) outcome).answer()).containsExactly(3));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
