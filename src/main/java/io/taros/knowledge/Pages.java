package io.taros.knowledge;

import io.taros.knowledge.crawl.Reason;
import io.taros.knowledge.crawl.Visited;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.search.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what a visit to a page came to. Where it leads is kept before that it was read: a run that
 * is cut off between the two reads the page again rather than missing what it leads to.
 */
@Component
class Pages {
    private final Library library;
    private final Frontier frontier;
    private final Readings readings;
    private final TellOnce common;
    private final CrawlSettings settings;
    private final Quotas quotas;

    Pages(
            Library library,
            Frontier frontier,
            Readings readings,
            TellOnce common,
            CrawlSettings settings,
            Quotas quotas) {
        this.library = library;
        this.frontier = frontier;
        this.readings = readings;
        this.common = common;
        this.settings = settings;
        this.quotas = quotas;
    }

    enum Next {
        GO_ON,
        /** The organization has taught all that it may. */
        NOTHING_NEW,
        /** The source is gone, or read anew. */
        STOP
    }

    /**
     * A run through a site, and what it need not ask the database for again.
     *
     * @param met addresses that are known to belong to it
     */
    record Run(Source source, int round, RecentBlocks recent, Set<String> met) {}

    Run begin(Source source, int round) {
        return new Run(source, round, common.recent(source.id()), ConcurrentHashMap.newKeySet());
    }

    Next keep(Run run, Frontier.Entry entry, Visited visited) {
        return switch (visited) {
            case Visited.Page page -> keep(run, entry, page);
            case Visited.Unchanged _ -> {
                followAsBefore(run, entry);
                library.confirm(entry.id(), null, null);
                yield Next.GO_ON;
            }
            case Visited.Unasked _ -> {
                followAsBefore(run, entry);
                library.trust(entry.id());
                yield Next.GO_ON;
            }
            case Visited.Moved(Reason reason) -> {
                library.leave(entry.id(), problem(reason));
                yield Next.GO_ON;
            }
            case Visited.Skipped(Reason reason, List<String> links) -> {
                leaveOut(run, entry, problem(reason), links);
                yield Next.GO_ON;
            }
            case Visited.Gone(Reason reason) -> {
                library.clear(entry.id(), Document.Status.FAILED, problem(reason));
                yield Next.GO_ON;
            }
            case Visited.Failed(Reason reason) -> {
                followAsBefore(run, entry);
                library.fail(entry.id(), problem(reason));
                yield Next.GO_ON;
            }
        };
    }

    /** All are read: what is on many of them is left to one. */
    void tellOnce(Source source) {
        common.settle(source.id());
    }

    /** Null where there is room for more. */
    @Nullable Problem noRoom() {
        return quotas.refusal().orElse(null);
    }

    /** Why the page nearest to the start was not read. */
    Optional<Problem> firstProblem(Source.Id source) {
        return frontier.firstProblem(source);
    }

    private Next keep(Run run, Frontier.Entry entry, Visited.Page page) {
        Source source = run.source();
        if (!allows(source, page.url())) {
            leaveOut(run, entry, Problem.of("crawl.rules"), page.links());
            return Next.GO_ON;
        }
        String canonical = page.canonical();
        if (source.kind() == Source.Kind.WEBSITE
                && canonical != null
                && allows(source, canonical)) {
            var links = new ArrayList<>(page.links());
            links.add(canonical);
            leaveOut(run, entry, Problem.of("crawl.canonical"), links);
            return Next.GO_ON;
        }
        DocumentId document = settle(source, entry, page.url());
        follow(run, entry, document, page.links());
        boolean isStart = source.kind() == Source.Kind.WEBSITE && entry.depth() == 0;
        PageBlocks blocks = TellOnce.asSoFarKnown(run.recent(), document, page, isStart);
        Reading reading = readings.page(page.title(), page.text(), page.language(), blocks);
        Reading dated = reading.from(page.etag(), page.lastModified());
        return switch (library.replace(source, run.round(), document, dated)) {
            case NEW -> {
                run.recent().keep(document, blocks);
                yield Next.GO_ON;
            }
            case UNCHANGED, DUPLICATE -> Next.GO_ON;
            case FULL -> Next.NOTHING_NEW;
            case NOT -> Next.STOP;
        };
    }

    /** The document that stands for the address a page was found at. */
    private DocumentId settle(Source source, Frontier.Entry entry, String url) {
        if (url.equals(entry.url()) || frontier.rename(entry.id(), url)) {
            return entry.id();
        }
        DocumentId document = frontier.at(source, url).orElse(entry.id());
        frontier.meet(document);
        library.clear(entry.id(), Document.Status.SKIPPED, Problem.of("crawl.moved"));
        return document;
    }

    private void leaveOut(Run run, Frontier.Entry entry, Problem why, List<String> links) {
        follow(run, entry, entry.id(), links);
        library.clear(entry.id(), Document.Status.SKIPPED, why);
    }

    private void follow(Run run, Frontier.Entry entry, DocumentId document, List<String> links) {
        frontier.link(document, links);
        lead(run, entry, links);
    }

    /** What was not sent again, or not this time, leads where it led. */
    private void followAsBefore(Run run, Frontier.Entry entry) {
        lead(run, entry, frontier.links(entry.id()));
    }

    private void lead(Run run, Frontier.Entry entry, List<String> links) {
        Source source = run.source();
        if (source.kind() == Source.Kind.WEBSITE && entry.depth() < settings.maxDepth()) {
            List<String> unmet =
                    links.stream()
                            .filter(link -> !run.met().contains(link) && allows(source, link))
                            .toList();
            if (frontier.add(source, unmet, entry.depth() + 1, settings.maxPages())) {
                run.met().addAll(unmet);
            }
        }
    }

    private static boolean allows(Source source, String url) {
        return source.plan().rules().allows(url);
    }

    private static Problem problem(Reason reason) {
        return new Problem(reason.key(), List.of(reason.detail()));
    }
}
