package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.Readers;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.SafeFetch;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Opens sites. */
@Component
public class Crawler {
    private final SafeFetch fetch;
    private final HostPace pace;
    private final CrawlSettings settings;
    private final Readers readers;

    Crawler(SafeFetch fetch, HostPace pace, CrawlSettings settings, Readers readers) {
        this.readers = readers;
        this.fetch = fetch;
        this.pace = pace;
        this.settings = settings;
    }

    /** Asks robots.txt first, as anything on the site depends on it. */
    public OpenSite open(URI start) {
        Robots robots = Robots.fetch(fetch, start, settings.robotsName());
        return new OpenSite(fetch, pace, settings, readers, new Site(start), robots);
    }

    /** Whether an address can be asked at all, before a job is made of it. */
    public static boolean isUsable(String url) {
        return Site.normal(url).isPresent();
    }
}
