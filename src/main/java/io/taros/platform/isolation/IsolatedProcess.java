package io.taros.platform.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process, with memory of its own; it does one task at a time. */
final class IsolatedProcess implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final int OUT_OF_MEMORY = 3;
    private static final int MAX_ANSWER = 64 << 20;

    /** Nothing else is handed down, least of all a password. */
    private static final Set<String> HANDED_DOWN =
            Set.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TMP", "TEMP", "SystemRoot");

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    /** How a task ended, if it did. */
    sealed interface Ending {
        record Answered(byte[] answer) implements Ending {}

        record OutOfTime() implements Ending {}

        record OutOfMemory() implements Ending {}

        /** Not by anything we know of the task. */
        record Died() implements Ending {}
    }

    private final Process process;
    private final DataOutputStream tasks;
    private final DataInputStream answers;
    private volatile long restsSince = System.nanoTime();

    private IsolatedProcess(Process process) {
        this.process = process;
        tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Returns once it is ready for the first task. */
    static IsolatedProcess start(Class<?> main, int megabytes) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(command(main, megabytes));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(HANDED_DOWN);
            var started = new IsolatedProcess(builder.start());
            if (started.within(STARTS_WITHIN, started.answers::readByte) instanceof Byte ready
                    && ready == IsolatedLoop.READY) {
                return started;
            }
            started.close();
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The process that works on files does not start", e);
        }
        throw new IllegalStateException("The process that works on files does not start");
    }

    Ending run(Isolated.Task task, Duration patience) throws InterruptedException {
        try {
            var answer = within(patience, () -> exchange(task));
            restsSince = System.nanoTime();
            return new Ending.Answered(answer);
        } catch (TimeoutException slow) {
            return new Ending.OutOfTime();
        } catch (ExecutionException broken) {
            process.waitFor(1, TimeUnit.SECONDS);
            return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY
                    ? new Ending.OutOfMemory()
                    : new Ending.Died();
        }
    }

    /** Whether it has had nothing to do for so long. */
    boolean rested(Duration time) {
        return System.nanoTime() - restsSince >= time.toNanos();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private byte[] exchange(Isolated.Task task) throws IOException {
        task.to(tasks);
        tasks.flush();
        var length = answers.readInt();
        if (length < 0 || length > MAX_ANSWER) {
            throw new IOException("An answer of " + length + " bytes");
        }
        return answers.readNBytes(length);
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    /** Whoever is kept waiting for longer, or told to stop, has no use for this process. */
    private <T> T within(Duration patience, Exchange<T> exchange)
            throws InterruptedException, ExecutionException, TimeoutException {
        var done = new CompletableFuture<T>();
        THREADS.execute(() -> {
            try {
                done.complete(exchange.run());
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException e) {
            close();
            throw e;
        }
    }

    private static List<String> command(Class<?> main, int megabytes) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + megabytes + "m",
                                "-Xss4m",
                                "-XX:+UseSerialGC",
                                // Short work, mostly: the first compiler is ready sooner.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:+DisplayVMOutputToStderr",
                                "-Djava.awt.headless=true",
                                "-Dlogback.configurationFile=io/taros/platform/isolation/silence.xml",
                                "-cp",
                                System.getProperty("java.class.path")));
        command.add(main.getName());
        return command;
    }
}
