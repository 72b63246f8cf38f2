package io.taros.platform.jobs;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for long work that nobody waits for. The system gives them what others leave of the
 * processor: whoever asks a question meanwhile hardly notices (ADR 066). What such a thread starts,
 * processes too, is as patient.
 */
public final class Background {
    /**
     * A thirtieth of what another thread gets, and all of it where there is no other. With 19, the
     * most, a busy machine would let fetched pages wait beyond their time.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/setpriority.2.html">setpriority(2)</a>
     */
    private static final int NICENESS = 15;

    /** On Linux the calling thread; elsewhere it would be the whole process. */
    private static final int THREAD = 0;

    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private Background() {}

    /** Their names are numbered. */
    public static ThreadFactory threads(String name) {
        var threads = Thread.ofPlatform().daemon().name(name, 0).factory();
        return work ->
                threads.newThread(() -> {
                    enter();
                    work.run();
                });
    }

    /** The current platform thread, for the rest of its life: there is no way back. */
    public static void enter() {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("A virtual thread borrows its platform thread");
        }
        SET_PRIORITY.ifPresent(Background::call);
    }

    private static void call(MethodHandle setPriority) {
        try {
            // Where it is refused, the thread works as any other.
            var _ = (int) setPriority.invokeExact(THREAD, 0, NICENESS);
        } catch (Throwable impossible) {
            throw new IllegalStateException("setpriority", impossible);
        }
    }

    @SuppressWarnings("restricted") // A function of three numbers.
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(function ->
                        linker.downcallHandle(
                                function,
                                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
    }
}
