package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.Extracted;
import io.taros.knowledge.extract.HtmlPage;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.WebContent;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import io.taros.platform.fetch.SafeFetch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A site whose rules are known. Safe for the two readers that may work on it at a time. */
public final class OpenSite {
    private static final int TRIES_WHEN_BUSY = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final SafeFetch fetch;
    private final HostPace pace;
    private final CrawlSettings settings;
    private final Readers readers;
    private final Site site;
    private final Robots robots;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    OpenSite(
            SafeFetch fetch,
            HostPace pace,
            CrawlSettings settings,
            Readers readers,
            Site site,
            Robots robots) {
        this.readers = readers;
        this.fetch = fetch;
        this.pace = pace;
        this.settings = settings;
        this.site = site;
        this.robots = robots;
    }

    /** A page as the site's own map is remembered, if it may be part of the crawl. */
    public Optional<String> page(String url) {
        return site.page(url);
    }

    /** Pages named by these site maps, or by those robots.txt names if none are given. */
    public List<String> mapped(List<String> sitemaps, int max) throws InterruptedException {
        return new Sitemaps(fetch, readers, site)
                .pages(sitemaps.isEmpty() ? robots.sitemaps() : sitemaps, max);
    }

    public Reason noSitemap() {
        return Reason.SITEMAP;
    }

    /** Lets a page be asked for once more in this run. */
    public void askAgain(String url) {
        asked.remove(url);
    }

    public Visited visit(String url, @Nullable String etag, @Nullable String lastModified)
            throws InterruptedException {
        if (!robots.allows(url)) {
            return robots.silence()
                    .<Visited>map(Visited.Failed::new)
                    .orElseGet(() -> new Visited.Skipped(Reason.ROBOTS, List.of()));
        }
        if (!asked.add(url)) {
            return new Visited.Moved(Reason.MOVED);
        }
        var hops = new Hops();
        FetchRequest request =
                FetchRequest.of(Purpose.CRAWL, url)
                        .ifChangedSince(etag, lastModified)
                        .following(hops::mayFollow);
        Visited visited = visit(url, request);
        if (hops.isKnown) {
            return new Visited.Moved(Reason.MOVED);
        }
        if (!(visited instanceof Visited.Page)) {
            asked.removeAll(hops.mine);
        }
        return visited;
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

    private Visited visit(String url, FetchRequest request) throws InterruptedException {
        String host = String.valueOf(URI.create(url).getHost());
        Duration delay = robots.delay(settings.delay());
        for (int attempt = 1; ; attempt++) {
            switch (pace.visit(host, delay, () -> fetch.fetch(request))) {
                case Fetched.Busy(_, Duration wait) -> {
                    if (attempt == TRIES_WHEN_BUSY || wait.compareTo(LONGEST_WAIT) > 0) {
                        return new Visited.Failed(Reason.BUSY);
                    }
                    HostPace.pause(wait.multipliedBy(attempt));
                }
                case Fetched.Page page -> {
                    return read(page);
                }
                case Fetched.NotModified _ -> {
                    return new Visited.Unchanged();
                }
                case Fetched.Gone _ -> {
                    return new Visited.Gone(Reason.NOT_FOUND);
                }
                case Fetched.Refused(var problem, var detail) -> {
                    return new Visited.Failed(Reason.of(problem, detail));
                }
                case Fetched.Failed(var problem, var detail, _) -> {
                    return new Visited.Failed(Reason.of(problem, detail));
                }
            }
        }
    }

    private Visited read(Fetched.Page page) throws InterruptedException {
        String url = page.url().toString();
        String wishes = String.valueOf(page.head().robotsTag()).toLowerCase(Locale.ROOT);
        boolean headerForbids = wishes.contains("noindex") || wishes.contains("none");
        return switch (readers.page(page.body(), page.head().contentType(), url)) {
            case WebContent.Page(HtmlPage html) -> read(page, html, headerForbids);
            case WebContent.File(Extracted.Unreadable(var problem)) ->
                    new Visited.Failed(Reason.of(problem));
            case WebContent.File(Extracted.Text text) ->
                    headerForbids
                            ? new Visited.Skipped(Reason.NOINDEX, List.of())
                            : new Visited.Page(
                                    url,
                                    text.title(),
                                    text.text(),
                                    List.of(),
                                    text.language(),
                                    List.of(),
                                    page.head().etag(),
                                    page.head().lastModified());
        };
    }

    private Visited read(Fetched.Page page, HtmlPage html, boolean headerForbids) {
        List<String> links = links(html);
        if (headerForbids || !html.indexable()) {
            return new Visited.Skipped(Reason.NOINDEX, links);
        }
        if (html.isScriptBuilt()) {
            return new Visited.Skipped(Reason.SCRIPT, links);
        }
        if (html.text().isBlank()) {
            return new Visited.Skipped(Reason.NO_TEXT, links);
        }
        String url = page.url().toString();
        return new Visited.Page(
                site.page(url).orElse(url),
                html.title().isEmpty() ? url : html.title(),
                html.text(),
                html.margin(),
                html.language(),
                links,
                page.head().etag(),
                page.head().lastModified());
    }

    private List<String> links(HtmlPage html) {
        if (!html.followable()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(html.links());
        if (html.refresh() != null) {
            all.add(html.refresh());
        }
        return all.stream().map(site::page).flatMap(Optional::stream).distinct().toList();
    }
}
