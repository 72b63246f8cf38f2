package io.taros.search.lucene;

import io.taros.platform.security.OrganizationId;
import io.taros.search.DocumentId;
import io.taros.search.Embedder;
import io.taros.search.IndexHealth;
import io.taros.search.IndexIncomplete;
import io.taros.search.IndexedPassage;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The indexes in use. They stay open between uses, because opening reads several files, but not
 * without limit: the one unused for longest is closed when too many are open.
 */
@Component
public class OpenIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIndexes.class);

    /** An open index holds a few dozen file handles and under a megabyte. */
    private static final int LIMIT = 100;

    private interface Use<T> {
        T of(OpenIndex index) throws IOException;
    }

    /** Immutable, replaced in the map, so that counting and closing cannot cross. */
    private record Held(OpenIndex index, int users, long lastUse) {}

    private final IndexDirectories directories;
    private final IndexFields.FieldAnalyzer analyzer = new IndexFields.FieldAnalyzer();
    private final PassageSearch search = new PassageSearch(analyzer);
    private final Spelling spelling = new Spelling(analyzer);
    private final ApplicationEventPublisher events;
    private final String stamp;
    private final Map<OrganizationId, Held> open = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();

    public OpenIndexes(
            IndexDirectories directories, Embedder embedder, ApplicationEventPublisher events) {
        this.directories = directories;
        this.events = events;
        this.stamp = IndexFields.SCHEMA + " " + embedder.model();
    }

    public void replace(
            OrganizationId organization, Map<DocumentId, List<IndexedPassage>> passages) {
        with(
                organization,
                index -> {
                    index.change(writer -> {
                        var last = 0L;
                        for (var each : passages.entrySet()) {
                            var term = IndexFields.documentTerm(each.getKey());
                            last = writer.updateDocuments(term, index.of(each.getValue()));
                        }
                        return last;
                    });
                    return index;
                });
    }

    public void remove(OrganizationId organization, Collection<DocumentId> documents) {
        var terms = documents.stream().map(IndexFields::documentTerm).toArray(Term[]::new);
        change(organization, writer -> writer.deleteDocuments(terms));
    }

    public void purge(OrganizationId organization) {
        with(
                organization,
                index -> {
                    index.purge();
                    return index;
                });
    }

    public void rebuild(OrganizationId organization, Stream<IndexedPassage> passages) {
        with(
                organization,
                index -> {
                    index.rebuild(passages.map(IndexFields::document));
                    return index;
                });
    }

    public IndexHealth health(OrganizationId organization) {
        return with(organization, OpenIndex::health);
    }

    public Set<DocumentId> documents(OrganizationId organization) {
        return with(
                organization,
                index ->
                        index.search(searcher -> IndexFields.documents(searcher.getIndexReader())));
    }

    public List<Found> search(OrganizationId organization, Asked asked) {
        return with(
                organization,
                index -> {
                    var fitting = index.isOutdated() ? asked.byWordsAlone() : asked;
                    return index.search(searcher -> search.search(searcher, fitting));
                });
    }

    /** The question as it was probably meant, where words of it stand nowhere in the index. */
    public Optional<String> corrected(OrganizationId organization, String question) {
        return with(
                organization,
                index ->
                        index.search(searcher ->
                                spelling.corrected(searcher.getIndexReader(), question)));
    }

    private void change(OrganizationId organization, OpenIndex.Change change) {
        with(
                organization,
                index -> {
                    index.change(change);
                    return index;
                });
    }

    private <T> T with(OrganizationId organization, Use<T> use) {
        var index = take(organization);
        try {
            if (index.isFirstSeenIncomplete()) {
                events.publishEvent(new IndexIncomplete(organization));
            }
            return use.of(index);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of organization " + organization, e);
        } finally {
            giveBack(organization);
            closeUnused();
        }
    }

    /** Forgets the index for good, files included. */
    public void delete(OrganizationId organization) {
        open.compute(
                organization,
                (_, held) -> {
                    try {
                        close(held);
                        IndexDirectories.delete(directories.of(organization));
                        return null;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @PreDestroy
    public void close() {
        for (var organization : open.keySet()) {
            open.computeIfPresent(organization, (_, held) -> closed(held));
        }
    }

    private OpenIndex take(OrganizationId organization) {
        var held =
                open.compute(
                        organization,
                        (_, before) -> {
                            var now = uses.incrementAndGet();
                            return before == null || !before.index().isUsable()
                                    ? new Held(open(organization, before), 1, now)
                                    : new Held(before.index(), before.users() + 1, now);
                        });
        return held.index();
    }

    /** A writer that met a full disk is closed by Lucene; the files are as last committed. */
    private OpenIndex open(OrganizationId organization, @Nullable Held broken) {
        try {
            close(broken);
            return OpenIndex.open(directories.of(organization), analyzer, stamp);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of organization " + organization, e);
        }
    }

    private void giveBack(OrganizationId organization) {
        open.computeIfPresent(
                organization,
                (_, held) -> new Held(held.index(), Math.max(0, held.users() - 1), held.lastUse()));
    }

    private void closeUnused() {
        if (open.size() <= LIMIT) {
            return;
        }
        open.entrySet().stream()
                .filter(entry -> entry.getValue().users() == 0)
                .min(Comparator.comparingLong(entry -> entry.getValue().lastUse()))
                .ifPresent(oldest ->
                        open.computeIfPresent(
                                oldest.getKey(),
                                (_, held) -> held.users() == 0 ? closed(held) : held));
    }

    private static @Nullable Held closed(Held held) {
        try {
            close(held);
        } catch (IOException | RuntimeException | AssertionError e) {
            // Lucene checks itself where assertions are on. Whoever asks of another organization
            // must not fail for it; this index heals when it is opened again.
            LOG.warn("An index that nobody uses did not close well", e);
        }
        return null;
    }

    private static void close(@Nullable Held held) throws IOException {
        if (held != null) {
            held.index().close();
        }
    }
}
