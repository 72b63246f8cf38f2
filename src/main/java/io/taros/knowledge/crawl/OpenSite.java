package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.Extracted;
import io.taros.knowledge.extract.HtmlPage;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.RobotsWishes;
import io.taros.knowledge.extract.WebContent;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A site whose rules are known. Safe for the two readers that may work on it at a time. */
public final class OpenSite {
    /** A map that gives only the day says nothing about the rest of it. */
    private static final Duration PRECISION = Duration.ofDays(1);

    /** However often a map says that nothing has changed. */
    private static final Duration LONGEST_TRUST = Duration.ofDays(30);

    private final PoliteFetch fetch;
    private final Readers readers;
    private final @Nullable Building building;
    private final Site site;
    private final Robots robots;
    private final String name;
    private final InstantSource clock;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> canonicals = new ConcurrentHashMap<>();
    private volatile Mapped map = Mapped.NOTHING;

    OpenSite(
            PoliteFetch fetch,
            Readers readers,
            @Nullable Building building,
            Site site,
            Robots robots,
            String name,
            InstantSource clock) {
        this.fetch = fetch;
        this.readers = readers;
        this.building = building;
        this.site = site;
        this.robots = robots;
        this.name = name;
        this.clock = clock;
    }

    /** A page as the site's own map is remembered, if it may be part of the crawl. */
    public Optional<String> page(String url) {
        return site.page(url);
    }

    /** Pages named by these site maps, or by those robots.txt names if none are given. */
    public Mapped mapped(List<String> sitemaps, int max) throws InterruptedException {
        map = mapped(sitemaps, max, Sitemaps.MAX_FILES);
        return map;
    }

    Mapped mapped(List<String> sitemaps, int max, int maxFiles) throws InterruptedException {
        return new Sitemaps(fetch, readers, site)
                .read(sitemaps.isEmpty() ? robots.sitemaps() : sitemaps, max, maxFiles);
    }

    /** Lets a page be asked for once more in this run. */
    public void askAgain(String url) {
        asked.remove(url);
    }

    public Visited visit(String url, Known known) throws InterruptedException {
        if (!robots.allows(url)) {
            return robots.silence()
                    .<Visited>map(Visited.Failed::new)
                    .orElseGet(() -> new Visited.Skipped(Reason.ROBOTS, List.of()));
        }
        if (!asked.add(url)) {
            return new Visited.Moved(Reason.MOVED);
        }
        if (isUnchanged(url, known.readAt())) {
            return new Visited.Unasked();
        }
        var hops = new Hops();
        FetchRequest request =
                FetchRequest.of(Purpose.CRAWL, url)
                        .ifChangedSince(known.etag(), known.lastModified())
                        .following(hops::mayFollow);
        Visited visited = visit(request);
        if (hops.isKnown) {
            return new Visited.Moved(Reason.MOVED);
        }
        if (!(visited instanceof Visited.Page)) {
            asked.removeAll(hops.mine);
        }
        return visited;
    }

    private boolean isUnchanged(String url, @Nullable Instant readAt) {
        Instant changed = map.changes().get(url);
        return readAt != null
                && changed != null
                && changed.plus(PRECISION).isBefore(readAt)
                && readAt.plus(LONGEST_TRUST).isAfter(clock.instant());
    }

    /** Redirects within the site, each address asked for once in a run whoever leads there. */
    private final class Hops {
        private final Set<String> mine = new HashSet<>();
        private boolean isKnown;

        boolean mayFollow(URI to) {
            String address = to.toString();
            if (!site.contains(to) || !robots.allows(address)) {
                return false;
            }
            if (mine.contains(address)) {
                return true;
            }
            isKnown = !asked.add(address);
            mine.add(address);
            return !isKnown;
        }
    }

    private Visited visit(FetchRequest request) throws InterruptedException {
        return switch (fetch.fetch(request)) {
            case Fetched.Busy _ -> new Visited.Failed(Reason.BUSY);
            case Fetched.Page page -> read(page);
            case Fetched.NotModified _ -> new Visited.Unchanged();
            case Fetched.Gone _ -> new Visited.Gone(Reason.NOT_FOUND);
            case Fetched.Refused(var problem, var detail) ->
                    new Visited.Failed(Reason.of(problem, detail));
            case Fetched.Failed(var problem, var detail, _) ->
                    new Visited.Failed(Reason.of(problem, detail));
        };
    }

    private Visited read(Fetched.Page page) throws InterruptedException {
        String url = page.url().toString();
        var wishes = RobotsWishes.of(page.head().robotsTags(), name);
        return switch (readers.page(page.body(), page.head().contentType(), url)) {
            case WebContent.Page(HtmlPage html) -> read(page, html, wishes);
            case WebContent.File(Extracted.Unreadable(var problem)) ->
                    new Visited.Failed(Reason.of(problem));
            case WebContent.File(Extracted.Text text) ->
                    wishes.mayIndex()
                            ? new Visited.Page(
                                    url,
                                    null,
                                    text.title(),
                                    text.text(),
                                    List.of(),
                                    text.language(),
                                    List.of(),
                                    page.head().etag(),
                                    page.head().lastModified())
                            : new Visited.Skipped(Reason.NOINDEX, List.of());
        };
    }

    private Visited read(Fetched.Page page, HtmlPage html, RobotsWishes wishes)
            throws InterruptedException {
        List<String> links = wishes.mayFollow() ? links(html) : List.of();
        if (!wishes.mayIndex() || !html.indexable()) {
            return new Visited.Skipped(Reason.NOINDEX, links);
        }
        if (html.isScriptBuilt()) {
            return built(page, links, wishes);
        }
        if (html.text().isBlank()) {
            return new Visited.Skipped(Reason.NO_TEXT, links);
        }
        return page(page, html, links);
    }

    /** As its scripts leave it; what is tagged is the page before that, which may stay the same. */
    private Visited built(Fetched.Page page, List<String> otherwise, RobotsWishes wishes)
            throws InterruptedException {
        if (building == null) {
            return new Visited.Skipped(Reason.SCRIPT, otherwise);
        }
        return switch (building.build(page)) {
            case Built.Unknown _ -> new Visited.Failed(Reason.SCRIPT_FAILED);
            case Built.Empty _ -> new Visited.Skipped(Reason.NO_TEXT, otherwise);
            case Built.Page(HtmlPage html) -> built(page, html, wishes);
        };
    }

    private Visited built(Fetched.Page page, HtmlPage html, RobotsWishes wishes) {
        List<String> links = wishes.mayFollow() ? links(html) : List.of();
        if (!html.indexable()) {
            return new Visited.Skipped(Reason.NOINDEX, links);
        }
        var head = new Fetched.Head(page.head().contentType(), null, null, List.of());
        return page(new Fetched.Page(page.url(), page.body(), head), html, links);
    }

    private Visited page(Fetched.Page page, HtmlPage html, List<String> links) {
        String url = page.url().toString();
        String address = site.page(url).orElse(url);
        return new Visited.Page(
                address,
                canonical(address, html).orElse(null),
                html.title().isEmpty() ? url : html.title(),
                html.text(),
                html.margin(),
                html.language(),
                links,
                page.head().etag(),
                page.head().lastModified());
    }

    /**
     * Where a page says it is really to be found. What templates get wrong does not count: the
     * start page for every page, the page in another language, two pages that name each other.
     */
    private Optional<String> canonical(String url, HtmlPage html) {
        Optional<String> canonical =
                Optional.ofNullable(html.canonical())
                        .flatMap(site::page)
                        .filter(other -> !Site.isSame(other, url) && !Site.isRoot(other))
                        .filter(other -> !pages(html.alternates()).contains(other))
                        .filter(robots::allows)
                        .filter(other -> !url.equals(canonicals.get(other)));
        canonical.ifPresent(other -> canonicals.put(url, other));
        return canonical;
    }

    private List<String> links(HtmlPage html) {
        if (!html.followable()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(html.links());
        all.addAll(html.alternates());
        if (html.refresh() != null) {
            all.add(html.refresh());
        }
        return pages(all);
    }

    private List<String> pages(List<String> addresses) {
        return addresses.stream().map(site::page).flatMap(Optional::stream).distinct().toList();
    }
}
