package io.taros.knowledge;

import static java.util.Objects.requireNonNull;

import io.taros.knowledge.crawl.Crawler;
import io.taros.knowledge.crawl.Mapped;
import io.taros.knowledge.crawl.OpenSite;
import io.taros.knowledge.crawl.PageRules;
import io.taros.knowledge.crawl.Visited;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.jobs.Background;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Unflushed;
import io.taros.search.DocumentId;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One run through a site: two readers take pages from the frontier while a third thread embeds and
 * indexes what they bring, so that the first pages answer questions while the last are still
 * unread. All that matters is in rows; a run that is cut off anywhere is continued by the next. A
 * row waits for the disk only at the end: what a database that dies forgets is read again.
 */
final class Crawl {
    private static final int READERS = 2;
    private static final int AHEAD = 50;
    private static final int KNOWN = 50_000;

    private final Source source;
    private final int round;
    private final SourceRows rows;
    private final Frontier frontier;
    private final Pages pages;
    private final SourceRuns runs;
    private final Indexing indexing;
    private final IndexingAlong along;
    private final Pages.Run known;

    private final Deque<Frontier.Entry> queue = new ArrayDeque<>();
    private final Set<DocumentId> taken = new HashSet<>();
    private int reading;
    private boolean isStopped;
    private boolean hasEnough;

    /** Nothing new is asked for then; what is known is kept up to date. */
    private boolean isFull;

    Crawl(
            Source source,
            int round,
            SourceRows rows,
            Frontier frontier,
            Pages pages,
            SourceRuns runs,
            Indexing indexing) {
        this.source = source;
        this.round = round;
        this.rows = rows;
        this.frontier = frontier;
        this.pages = pages;
        this.runs = runs;
        this.indexing = indexing;
        known = pages.begin(source, round);
        along = new IndexingAlong(indexing, source.id());
    }

    void run(Crawler crawler, CrawlSettings settings) throws Exception {
        URI start = Crawler.address(requireNonNull(source.url())).orElseThrow();
        OpenSite site = crawler.open(start);
        boolean isMapped = seed(site, start.toString(), settings.maxPages());
        OrganizationId organization = Tenancy.organization();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService patient =
                        Executors.newSingleThreadExecutor(Background.threads("crawl-index-"))) {
            Future<?> indexer = patient.submit(as(organization, along::run));
            try {
                readAll(threads, site);
                var extent = readRest(threads, site, isMapped);
                if (isReopened(site)) {
                    readAll(threads, site);
                }
                runs.record(source.id(), round, extent);
                if (rows.enter(source.id(), round, Source.Status.READING, null)) {
                    pages.tellOnce(source);
                    along.allRead();
                    indexer.get();
                }
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            } finally {
                // The indexer is told, not interrupted: an interrupt closes the files of an index
                // that
                // others are using. It ends with the documents it has in hand.
                stop();
            }
        }
        finish();
    }

    private void readAll(ExecutorService threads, OpenSite site)
            throws ExecutionException, InterruptedException {
        OrganizationId organization = Tenancy.organization();
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(as(organization, () -> read(site))));
        }
        try {
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            readers.forEach(reader -> reader.cancel(true));
        }
    }

    /**
     * What the site does not lead to any more is forgotten if the site could be followed to its
     * end; otherwise nobody knows, and it is asked for like the rest.
     */
    private SourceRun.Extent readRest(ExecutorService threads, OpenSite site, boolean isMapped)
            throws ExecutionException, InterruptedException {
        if (isCutShort()) {
            return SourceRun.Extent.PART;
        }
        if (isMapped
                && !isFull()
                && runs.isFollowed(source.id())
                && !runs.isCapped(source.id())
                && runs.dropUnmet(source.id(), round)) {
            return SourceRun.Extent.WHOLE;
        }
        frontier.meetAll(source.id(), round);
        readAll(threads, site);
        return runs.isCapped(source.id()) ? SourceRun.Extent.CAPPED : SourceRun.Extent.PART;
    }

    /**
     * Whether there are duplicates to be read again. Two readers work at a time, so a page may be
     * left out as the duplicate of one that turns out to be gone only afterwards.
     */
    private boolean isReopened(OpenSite site) {
        List<Frontier.Entry> reopened = frontier.reopen(source.id());
        for (Frontier.Entry entry : reopened) {
            site.askAgain(requireNonNull(entry.url()));
            forget(entry);
        }
        return !reopened.isEmpty();
    }

    private synchronized void forget(Frontier.Entry entry) {
        taken.remove(entry.id());
    }

    /**
     * Nothing is left to fetch, but a run before this was cut off before it had prepared it all.
     */
    void complete() {
        pages.tellOnce(source);
        indexing.catchUp(source.id());
        finish();
    }

    /** False where a map could not be read: then no page is missed for not being on it. */
    private boolean seed(OpenSite site, String start, int max) throws InterruptedException {
        // Of pages that differ in little only so many are read: rather the same as before.
        frontier.addresses(source.id(), KNOWN).forEach(site::page);
        if (source.kind() == Source.Kind.SITEMAP) {
            Mapped map = site.mapped(List.of(start), KNOWN);
            frontier.add(source, allowed(map), 0, max);
            return map.isComplete() && !map.pages().isEmpty();
        }
        frontier.add(source, List.of(site.page(start).orElse(start)), 0, max);
        if (source.kind() == Source.Kind.PAGE) {
            return true;
        }
        Mapped map = site.mapped(List.of(), KNOWN);
        frontier.add(source, allowed(map), 1, max);
        return map.isComplete();
    }

    private List<String> allowed(Mapped map) {
        return map.pages().stream().filter(source.plan().rules()::allows).toList();
    }

    private void finish() {
        Optional<Source> now = rows.find(source.id());
        if (now.isEmpty()) {
            return;
        }
        Source.Progress progress = now.get().progress();
        if (progress.read() > 0) {
            boolean isCut = progress.unread() > 0;
            rows.enter(source.id(), round, Source.Status.READY, isCut ? pages.noRoom() : null);
            return;
        }
        rows.enter(source.id(), round, Source.Status.FAILED, problem(progress));
    }

    private Problem problem(Source.Progress progress) {
        if (progress.found() == 0) {
            boolean hasRules = !source.plan().rules().equals(PageRules.ALL);
            return Problem.of(hasRules ? "crawl.no-match" : "crawl.sitemap");
        }
        if (progress.unread() > 0) {
            Problem noRoom = pages.noRoom();
            return noRoom == null ? Problem.of("source.stopped") : noRoom;
        }
        return pages.firstProblem(source.id()).orElse(Problem.of("crawl.no-text"));
    }

    private void read(OpenSite site) throws InterruptedException {
        for (Frontier.Entry entry = take(); entry != null; entry = take()) {
            try {
                if (!rows.isFetching(source.id(), round)) {
                    readNoFurther();
                    return;
                }
                var visited = site.visit(requireNonNull(entry.url()), entry.known());
                // A visit that ended because the run was stopped says nothing about the page.
                if (isStopped()) {
                    return;
                }
                keep(entry, visited);
            } finally {
                done();
            }
        }
    }

    private void keep(Frontier.Entry entry, Visited visited) {
        switch (Unflushed.call(() -> pages.keep(known, entry, visited))) {
            case GO_ON -> {}
            case NOTHING_NEW -> passOverNew();
            case STOP -> stop();
        }
    }

    private synchronized Frontier.@org.jspecify.annotations.Nullable Entry take()
            throws InterruptedException {
        while (!isStopped && !hasEnough) {
            if (queue.isEmpty()) {
                refill();
            }
            Frontier.Entry next = queue.poll();
            if (next != null) {
                reading++;
                return next;
            }
            if (reading == 0) {
                return null;
            }
            wait();
        }
        return null;
    }

    /**
     * Entries already taken in this run are skipped: they are being read, or could not even be
     * marked as failed.
     */
    private void refill() {
        for (Frontier.Entry entry : frontier.next(source.id(), AHEAD + READERS, isFull)) {
            if (taken.add(entry.id())) {
                queue.add(entry);
            }
        }
    }

    private synchronized void done() {
        reading--;
        notifyAll();
        along.news();
    }

    /** What waits in the queue may be new, so it is chosen again. */
    private synchronized void passOverNew() {
        isFull = true;
        queue.forEach(this::forget);
        queue.clear();
    }

    private synchronized boolean isFull() {
        return isFull;
    }

    /** Somebody stopped the reading: what is in the frontier stays there. */
    private synchronized void readNoFurther() {
        hasEnough = true;
        notifyAll();
    }

    private synchronized boolean isCutShort() {
        return isStopped || hasEnough;
    }

    private synchronized boolean isStopped() {
        return isStopped;
    }

    private synchronized void stop() {
        isStopped = true;
        notifyAll();
        along.stop();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static Callable<Boolean> as(OrganizationId organization, Work work) {
        return () ->
                Tenancy.callAs(
                        organization,
                        () -> {
                            work.run();
                            return true;
                        });
    }
}
