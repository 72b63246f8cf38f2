package io.taros.knowledge;

import io.taros.platform.sql.Unflushed;
import java.time.Duration;

/**
 * Indexes what the readers of a site bring while they read: by its words at once, and by its
 * vectors while they wait for the site or are through. Cut off anywhere, it is continued by the
 * next run.
 */
final class IndexingAlong {
    /** Each commit of the index is files of its own: better of several pages than of each. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    private static final Duration BREATH = Duration.ofMillis(100);

    private final Indexing indexing;
    private final Source.Id source;

    private boolean hasNews;
    private boolean isRead;
    private boolean isStopped;

    IndexingAlong(Indexing indexing, Source.Id source) {
        this.indexing = indexing;
        this.source = source;
    }

    /** Returns when all is read and indexed, or it was told to stop. */
    void run() throws InterruptedException {
        while (awaitNews()) {
            gather();
            boolean more = true;
            while (more && !isStopped()) {
                more = Unflushed.call(() -> indexing.addWords(source));
            }
            more = true;
            while (more && isQuiet()) {
                more = Unflushed.call(() -> indexing.addVectors(source));
            }
        }
    }

    synchronized void news() {
        hasNews = true;
        notifyAll();
    }

    synchronized void allRead() {
        isRead = true;
        news();
    }

    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    /** False when all is read and indexed. */
    private synchronized boolean awaitNews() throws InterruptedException {
        while (!hasNews && !isRead && !isStopped) {
            wait();
        }
        if (isStopped || !hasNews) {
            return false;
        }
        hasNews = false;
        return true;
    }

    private synchronized void gather() throws InterruptedException {
        long end = System.nanoTime() + GATHERING.toNanos();
        for (long left = GATHERING.toMillis();
                left > 0 && !isRead && !isStopped;
                left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
            wait(left);
        }
    }

    /**
     * Whether the readers wait for the site: embedding takes all of the processor, and they would
     * have to share it.
     */
    private synchronized boolean isQuiet() throws InterruptedException {
        if (!hasNews && !isRead && !isStopped) {
            wait(BREATH.toMillis());
        }
        return !hasNews && !isStopped;
    }

    private synchronized boolean isStopped() {
        return isStopped;
    }
}
