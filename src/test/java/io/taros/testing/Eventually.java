package io.taros.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for a condition instead of for time. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Eventually() {}

    /** Repeats the assertions until they hold; fails with their last message. */
    public static void eventually(ThrowingCallable assertions) {
        eventually(PATIENCE, assertions);
    }

    public static void eventually(Duration patience, ThrowingCallable assertions) {
        eventually(patience, PAUSE, assertions);
    }

    /** For what may not be asked so often. */
    public static void eventually(Duration patience, Duration pause, ThrowingCallable assertions) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertions.call();
                return;
            } catch (Throwable failure) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "Not within " + patience + ": " + failure.getMessage(), failure);
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    public static <T> T eventually(Supplier<T> value, java.util.function.Predicate<T> isRight) {
        var holder =
                new Object() {
                    T found = value.get();
                };
        eventually(() -> {
            holder.found = value.get();
            if (!isRight.test(holder.found)) {
                throw new AssertionError("was " + holder.found);
            }
        });
        return holder.found;
    }
}
