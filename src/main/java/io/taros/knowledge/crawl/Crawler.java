package io.taros.knowledge.crawl;

import io.taros.knowledge.crawl.PoliteFetch.Patience;
import io.taros.knowledge.extract.Readers;
import io.taros.platform.browser.Browser;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.SafeFetch;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens sites. */
@Component
public class Crawler {
    private static final int GLIMPSED_PAGES = 5_000;
    private static final int GLIMPSED_MAPS = 5;

    private final SafeFetch fetch;
    private final HostPace pace;
    private final CrawlSettings settings;
    private final Readers readers;
    private final Browser browser;
    private final InstantSource clock;

    Crawler(
            SafeFetch fetch,
            HostPace pace,
            CrawlSettings settings,
            Readers readers,
            Browser browser,
            InstantSource clock) {
        this.readers = readers;
        this.browser = browser;
        this.fetch = fetch;
        this.pace = pace;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks robots.txt first, as anything on the site depends on it. */
    public OpenSite open(URI start) throws InterruptedException {
        return open(start, Patience.CRAWL, browser.isThere());
    }

    private OpenSite open(URI start, Patience patience, boolean mayBuild)
            throws InterruptedException {
        String name = settings.robotsName();
        var stranger = new PoliteFetch(fetch, pace, settings.delay(), patience);
        Robots robots = Robots.fetch(stranger, start, name);
        var polite = new PoliteFetch(fetch, pace, robots.delay(settings.delay()), patience);
        var site = new Site(start);
        Building building =
                mayBuild
                        ? new Building(
                                browser, polite.with(Patience.PART), readers, site, robots, name)
                        : null;
        return new OpenSite(polite, readers, building, site, robots, name, clock);
    }

    /**
     * What a site's first page links to and its maps list, without learning anything of it.
     * Somebody waits for it: a site that is busy is not asked again, and no browser shows the page.
     *
     * @param maps to look at in place of the first page
     */
    public Glimpse glimpse(URI start, List<String> maps) throws InterruptedException {
        OpenSite site = open(start, Patience.GLIMPSE, false);
        Set<String> pages = new LinkedHashSet<>();
        Reason problem = null;
        if (maps.isEmpty()) {
            String first = site.page(start.toString()).orElse(start.toString());
            pages.add(first);
            switch (site.visit(first, Known.NOTHING)) {
                case Visited.Page page -> pages.addAll(page.links());
                case Visited.Skipped(_, var links) -> pages.addAll(links);
                case Visited.Failed(var reason) -> problem = reason;
                case Visited.Gone(var reason) -> problem = reason;
                case Visited.Moved _, Visited.Unchanged _, Visited.Unasked _ -> {}
            }
        }
        pages.addAll(site.mapped(maps, GLIMPSED_PAGES, GLIMPSED_MAPS).pages());
        return new Glimpse(List.copyOf(pages), problem);
    }

    /** What is asked for by an address as people write it, if it can be asked at all. */
    public static Optional<URI> address(String url) {
        return Site.address(url);
    }
}
