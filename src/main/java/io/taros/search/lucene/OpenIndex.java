package io.taros.search.lucene;

import io.taros.platform.jobs.Background;
import io.taros.search.IndexHealth;
import io.taros.search.IndexedPassage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
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
    private final String stampFound;
    private final ReentrantReadWriteLock rebuilding = new ReentrantReadWriteLock();
    private final AtomicBoolean reported = new AtomicBoolean();
    private volatile boolean complete;
    private volatile boolean outdated;
    private long committed = -1;

    private OpenIndex(Directory directory, IndexWriter writer, String stamp, Found found)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.stamp = stamp;
        this.stampFound = found.stamp();
        this.complete = found.complete();
        this.outdated = !stamp.equals(stampFound);
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * What the last commit says about itself: fields and model, and whether anything is missing.
     */
    private record Found(String stamp, boolean complete) {
        boolean hasFieldsOf(String wanted) {
            return fields(stamp).equals(fields(wanted));
        }

        private static String fields(String stamp) {
            return stamp.substring(0, Math.max(0, stamp.indexOf(' ')));
        }
    }

    /**
     * Opens what is there if it can be read and has the fields of now, be it with the vectors of
     * another model; otherwise begins an empty index that is incomplete.
     *
     * @param stamp the number of the fields, a space and the name of the model
     */
    static OpenIndex open(Path path, IndexFields.FieldAnalyzer analyzer, String stamp)
            throws IOException {
        try {
            var found = found(path).filter(each -> each.hasFieldsOf(stamp));
            if (found.isPresent()) {
                return open(path, analyzer, stamp, found.get());
            }
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IllegalArgumentException
                | NoSuchFileException unreadable) {
            // Nothing is lost: PostgreSQL holds the passages, and an incomplete index is rebuilt.
        }
        IndexDirectories.delete(path);
        return open(path, analyzer, stamp, new Found(stamp, false));
    }

    IndexHealth health() {
        if (outdated) {
            return IndexHealth.OUTDATED;
        }
        return complete ? IndexHealth.COMPLETE : IndexHealth.INCOMPLETE;
    }

    boolean isOutdated() {
        return outdated;
    }

    /** Only within a {@link #change}: a rebuild decides what the index can hold. */
    List<Document> of(List<IndexedPassage> passages) {
        return passages.stream()
                .map(each -> outdated ? IndexFields.words(each) : IndexFields.document(each))
                .toList();
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
            commit(outdated ? stampFound : stamp, change.on(writer));
        } finally {
            rebuilding.readLock().unlock();
        }
    }

    /** Writes anew whatever files hold something that was removed. */
    void purge() throws IOException {
        change(writer -> {
            writer.forceMergeDeletes(true);
            return Long.MAX_VALUE;
        });
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
            commit(stamp, Long.MAX_VALUE);
            // Not before searches see the new vectors: the old ones do not compare.
            outdated = false;
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

    private synchronized void commit(String as, long change) throws IOException {
        if (committed < change) {
            writer.setLiveCommitData(
                    Map.of(STAMP, as, COMPLETE, String.valueOf(complete)).entrySet());
            committed = writer.commit();
            searchers.maybeRefreshBlocking();
        }
    }

    private static OpenIndex open(
            Path path, IndexFields.FieldAnalyzer analyzer, String stamp, Found found)
            throws IOException {
        var directory = FSDirectory.open(path);
        try {
            // A purge leaves nothing deleted, however little it is of a segment.
            var settings =
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setMergePolicy(
                                    new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                            .setMergeScheduler(new PatientMerges());
            return new OpenIndex(directory, new IndexWriter(directory, settings), stamp, found);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static final class PatientMerges extends ConcurrentMergeScheduler {
        @Override
        protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
            Background.enter();
            super.doMerge(source, merge);
        }
    }

    private static Optional<Found> found(Path path) throws IOException {
        try (var directory = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            var data = SegmentInfos.readLatestCommit(directory).getUserData();
            return Optional.ofNullable(data.get(STAMP))
                    .map(stamp -> new Found(stamp, Boolean.parseBoolean(data.get(COMPLETE))));
        }
    }
}
