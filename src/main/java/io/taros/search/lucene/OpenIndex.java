package io.taros.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * One organization's index with its only writer. A write returns when it is on disk and visible to
 * searches; writers that come together share one commit, because flushing to disk is the slow part.
 */
final class OpenIndex implements Closeable {
    /** Given to {@link #search}; may not keep the searcher. */
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** Returns Lucene's number of the last change made. */
    interface Change {
        long on(IndexWriter writer) throws IOException;
    }

    private static final String STAMP = "stamp";
    private static final String COMPLETE = "complete";
    private static final double BUFFER_MEGABYTES = 8;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String stamp;
    private final ReentrantReadWriteLock rebuilding = new ReentrantReadWriteLock();
    private final AtomicBoolean reported = new AtomicBoolean();
    private volatile boolean complete;
    private long committed = -1;

    private OpenIndex(Directory directory, IndexWriter writer, String stamp, boolean complete)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.stamp = stamp;
        this.complete = complete;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens what is there if it can be read and was written with this stamp; otherwise begins an
     * empty index that is not {@link #isComplete()}.
     */
    static OpenIndex open(Path path, IndexFields.FieldAnalyzer analyzer, String stamp)
            throws IOException {
        try {
            var usable = completeness(path, stamp);
            if (usable.isPresent()) {
                return open(path, analyzer, stamp, usable.get());
            }
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IllegalArgumentException
                | NoSuchFileException unreadable) {
            // Nothing is lost: PostgreSQL holds the passages, and an incomplete index is rebuilt.
        }
        IndexDirectories.delete(path);
        return open(path, analyzer, stamp, false);
    }

    boolean isComplete() {
        return complete;
    }

    /** True once, for the first user of an incomplete index. */
    boolean isFirstSeenIncomplete() {
        return !complete && reported.compareAndSet(false, true);
    }

    boolean isUsable() {
        return writer.isOpen();
    }

    void change(Change change) throws IOException {
        rebuilding.readLock().lock();
        try {
            commitThrough(change.on(writer));
        } finally {
            rebuilding.readLock().unlock();
        }
    }

    /** Searches see the old content until the change has been made as a whole. */
    void rebuild(Stream<Document> documents) throws IOException {
        rebuilding.writeLock().lock();
        try {
            writer.deleteAll();
            for (var document : (Iterable<Document>) documents::iterator) {
                writer.addDocument(document);
            }
            complete = true;
            commitThrough(Long.MAX_VALUE);
        } catch (IOException | RuntimeException e) {
            // The writer's uncommitted deletions must not reach the disk with the next commit.
            writer.rollback();
            throw e;
        } finally {
            rebuilding.writeLock().unlock();
        }
    }

    <T> T search(Search<T> search) throws IOException {
        var searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        if (writer.isOpen()) {
            writer.close();
        }
        directory.close();
    }

    private synchronized void commitThrough(long change) throws IOException {
        if (committed < change) {
            writer.setLiveCommitData(
                    Map.of(STAMP, stamp, COMPLETE, String.valueOf(complete)).entrySet());
            committed = writer.commit();
            searchers.maybeRefreshBlocking();
        }
    }

    private static OpenIndex open(
            Path path, IndexFields.FieldAnalyzer analyzer, String stamp, boolean complete)
            throws IOException {
        var directory = FSDirectory.open(path);
        try {
            var settings = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MEGABYTES);
            return new OpenIndex(directory, new IndexWriter(directory, settings), stamp, complete);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Empty when there is no index with this stamp. */
    private static Optional<Boolean> completeness(Path path, String stamp) throws IOException {
        try (var directory = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            var data = SegmentInfos.readLatestCommit(directory).getUserData();
            return stamp.equals(data.get(STAMP))
                    ? Optional.of(Boolean.parseBoolean(data.get(COMPLETE)))
                    : Optional.empty();
        }
    }
}
