package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.SiteMapContent;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows site maps and indexes of them, within bounds. */
final class Sitemaps {
    static final int MAX_FILES = 50;

    private final PoliteFetch fetch;
    private final Readers readers;
    private final Site site;

    Sitemaps(PoliteFetch fetch, Readers readers, Site site) {
        this.readers = readers;
        this.fetch = fetch;
        this.site = site;
    }

    /** The pages of this site they list, at most so many, from at most so many maps. */
    Mapped read(List<String> addresses, int maxPages, int maxFiles) throws InterruptedException {
        var found = new Mapped.Gathering(maxPages);
        Set<String> seen = new HashSet<>(addresses);
        Deque<String> open = new ArrayDeque<>(addresses);
        for (int files = 0; !open.isEmpty() && files < maxFiles && !found.isFull(); files++) {
            for (String address : read(open.poll(), found)) {
                if (seen.add(address)) {
                    open.add(address);
                }
            }
        }
        if (!open.isEmpty()) {
            found.missing();
        }
        return found.mapped();
    }

    /** Further maps it names. */
    private List<String> read(String address, Mapped.Gathering found) throws InterruptedException {
        Optional<String> url = Site.address(address).filter(site::contains).map(URI::toString);
        return url.isEmpty() ? List.of() : follow(url.get(), found);
    }

    private List<String> follow(String url, Mapped.Gathering found) throws InterruptedException {
        return switch (fetch.fetch(FetchRequest.of(Purpose.CRAWL, url).following(site::contains))) {
            case Fetched.Page page -> {
                SiteMapContent map = readers.siteMap(page.body(), url);
                map.pages()
                        .forEach(listed ->
                                site.page(listed.url())
                                        .ifPresent(known -> found.add(known, listed.changed())));
                yield map.siteMaps();
            }
            case Fetched.Gone _ -> List.of();
            case Fetched.NotModified _, Fetched.Busy _, Fetched.Refused _, Fetched.Failed _ -> {
                found.missing();
                yield List.of();
            }
        };
    }
}
