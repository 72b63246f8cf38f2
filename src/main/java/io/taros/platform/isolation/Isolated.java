package io.taros.platform.isolation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Works on what strangers wrote, in processes of their own: a file made to fill the memory or to be
 * read for ever ends a process and nothing else. They start when they are needed and end when they
 * are not.
 */
public final class Isolated implements AutoCloseable {
    private static final int AT_A_TIME = 2;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Semaphore seats = new Semaphore(AT_A_TIME, true);
    private final Deque<IsolatedProcess> idle = new ArrayDeque<>();
    private final Class<?> main;
    private final Duration patience;
    private final int megabytes;
    private boolean isClosed;

    /**
     * @param main calls {@link IsolatedLoop#serve}
     * @param patience how long a process may take for one thing
     * @param megabytes of memory it may use
     */
    public Isolated(Class<?> main, Duration patience, int megabytes) {
        this.main = main;
        this.patience = patience;
        this.megabytes = megabytes;
    }

    /** Something to do, on its way to the process that does it. */
    public interface Task {
        void to(DataOutputStream out) throws IOException;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Answered(byte[] answer) implements Outcome {}

        record OutOfTime() implements Outcome {}

        /** It takes more memory than there is, or ends whatever reads it. */
        record TooMuch() implements Outcome {}
    }

    /**
     * @param task asked for when a process is free, so that few large files are in memory at once
     */
    public Outcome run(Supplier<? extends Task> task) throws InterruptedException {
        seats.acquire();
        try {
            return run(task.get(), true);
        } finally {
            seats.release();
        }
    }

    /**
     * The same for whoever is waited for.
     *
     * @return empty if none was free within this time, and nothing was done
     */
    public Optional<Outcome> runWithin(Duration wait, Supplier<? extends Task> task)
            throws InterruptedException {
        if (!seats.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(task.get(), true));
        } finally {
            seats.release();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        idle.forEach(IsolatedProcess::close);
        idle.clear();
    }

    private Outcome run(Task task, boolean mayTryAgain) throws InterruptedException {
        var process = take();
        return switch (process.run(task, patience)) {
            case IsolatedProcess.Ending.Answered(var answer) -> {
                giveBack(process);
                yield new Outcome.Answered(answer);
            }
            case IsolatedProcess.Ending.OutOfTime() -> new Outcome.OutOfTime();
            case IsolatedProcess.Ending.OutOfMemory() -> new Outcome.TooMuch();
            case IsolatedProcess.Ending.Died() -> {
                process.close();
                yield mayTryAgain ? run(task, false) : new Outcome.TooMuch();
            }
        };
    }

    private IsolatedProcess take() throws InterruptedException {
        synchronized (this) {
            var waiting = idle.poll();
            if (waiting != null) {
                return waiting;
            }
        }
        return IsolatedProcess.start(main, megabytes);
    }

    private synchronized void giveBack(IsolatedProcess process) {
        if (isClosed) {
            process.close();
            return;
        }
        idle.push(process);
        CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> dismiss(process));
    }

    /** Unless it is at work, or was since and is looked at again later. */
    private synchronized void dismiss(IsolatedProcess process) {
        if (process.rested(IDLE) && idle.remove(process)) {
            process.close();
        }
    }
}
