package io.taros.knowledge.crawl;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * At most two requests at a time to one host, and a pause between their starts, however many
 * sources name it; a longer one when it asks for that.
 */
@Component
public class HostPace {
    private static final int AT_A_TIME = 2;

    private static final class Host {
        private final Semaphore slots = new Semaphore(AT_A_TIME, true);
        private long next = System.nanoTime();
        private long heldUntil = next;

        synchronized Optional<Duration> waitFor(Duration delay, Duration turn) {
            long now = System.nanoTime();
            long start = Math.max(now, Math.max(next, heldUntil));
            Duration wait = Duration.ofNanos(start - now);
            if (wait.compareTo(turn) > 0) {
                return Optional.empty();
            }
            next = start + delay.toNanos();
            return Optional.of(wait);
        }

        synchronized void hold(Duration time) {
            heldUntil = Math.max(heldUntil, System.nanoTime() + time.toNanos());
        }

        synchronized long heldFor() {
            return Math.max(0, heldUntil - System.nanoTime());
        }
    }

    private final Cache<String, Host> hosts =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).build();

    /** Empty where its turn does not come in time: then nothing was asked. */
    <T> Optional<T> visit(String host, Duration delay, Duration turn, Supplier<T> request)
            throws InterruptedException {
        Host state = hosts.get(host, key -> new Host());
        if (!state.slots.tryAcquire(turn.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            Optional<Duration> wait = state.waitFor(delay, turn);
            if (wait.isEmpty()) {
                return Optional.empty();
            }
            pause(wait.get());
            return Optional.of(request.get());
        } finally {
            state.slots.release();
        }
    }

    /** Nobody asks this host before so much time has passed. */
    void hold(String host, Duration time) {
        hosts.get(host, key -> new Host()).hold(time);
    }

    Duration heldFor(String host) {
        Host state = hosts.getIfPresent(host);
        return state == null ? Duration.ZERO : Duration.ofNanos(state.heldFor());
    }

    private static void pause(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            Thread.sleep(time);
        }
    }
}
