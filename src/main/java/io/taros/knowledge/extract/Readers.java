package io.taros.knowledge.extract;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads what strangers wrote, in processes of their own: a file made to fill the memory or to be
 * read for ever ends a reader and nothing else. They start when they are needed and end when they
 * are not.
 */
@Component
public class Readers implements DisposableBean {
    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MEGABYTES = 512;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Semaphore seats = new Semaphore(AT_A_TIME);
    private final Deque<ReaderProcess> idle = new ArrayDeque<>();
    private final Duration patience;
    private final int megabytes;
    private boolean isClosed;

    public Readers() {
        this(PATIENCE, MEGABYTES);
    }

    /**
     * @param patience how long a reader may take for one thing
     * @param megabytes of memory it may use
     */
    Readers(Duration patience, int megabytes) {
        this.patience = patience;
        this.megabytes = megabytes;
    }

    /**
     * A file, told apart by its content; its name is only a title.
     *
     * @param content asked for when a reader is free, so that few large files are in memory at once
     */
    public Extracted file(Supplier<byte[]> content, String name) throws InterruptedException {
        return read(() -> new ReaderTask(ReaderTask.Kind.FILE, name, null, content.get()))
                .extracted();
    }

    /** What an address answered with. */
    public WebContent page(byte[] body, @Nullable String contentType, String url)
            throws InterruptedException {
        return read(() -> new ReaderTask(ReaderTask.Kind.PAGE, url, contentType, body))
                .webContent();
    }

    /** Empty when it is none. */
    public SiteMapContent siteMap(byte[] body, String url) throws InterruptedException {
        var found = read(() -> new ReaderTask(ReaderTask.Kind.SITE_MAP, url, null, body)).siteMap();
        return found == null ? SiteMapContent.EMPTY : found;
    }

    @Override
    public synchronized void destroy() {
        isClosed = true;
        idle.forEach(ReaderProcess::close);
        idle.clear();
    }

    private ReaderReply read(Supplier<ReaderTask> task) throws InterruptedException {
        seats.acquire();
        try {
            return read(task.get(), true);
        } finally {
            seats.release();
        }
    }

    private ReaderReply read(ReaderTask task, boolean mayTryAgain) throws InterruptedException {
        var reader = take();
        return switch (reader.read(task, patience)) {
            case ReaderProcess.Outcome.Answered(var reply) -> {
                giveBack(reader);
                yield reply;
            }
            case ReaderProcess.Outcome.OutOfTime() -> ReaderReply.problem(ReadProblem.TOO_SLOW);
            case ReaderProcess.Outcome.OutOfMemory() ->
                    ReaderReply.problem(ReadProblem.TOO_COMPLEX);
            case ReaderProcess.Outcome.Died() -> {
                reader.close();
                yield mayTryAgain
                        ? read(task, false)
                        : ReaderReply.problem(ReadProblem.TOO_COMPLEX);
            }
        };
    }

    private ReaderProcess take() throws InterruptedException {
        synchronized (this) {
            var waiting = idle.poll();
            if (waiting != null) {
                return waiting;
            }
        }
        return ReaderProcess.start(megabytes);
    }

    private synchronized void giveBack(ReaderProcess reader) {
        if (isClosed) {
            reader.close();
            return;
        }
        idle.push(reader);
        CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> dismiss(reader));
    }

    /** Unless it is at work, or was since and is looked at again later. */
    private synchronized void dismiss(ReaderProcess reader) {
        if (reader.rested(IDLE) && idle.remove(reader)) {
            reader.close();
        }
    }
}
