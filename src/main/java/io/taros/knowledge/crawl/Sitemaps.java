package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.SiteMapContent;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import io.taros.platform.fetch.SafeFetch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows site maps and indexes of them, within bounds. */
final class Sitemaps {
    private static final int MAX_FILES = 50;

    private final SafeFetch fetch;
    private final Readers readers;
    private final Site site;

    Sitemaps(SafeFetch fetch, Readers readers, Site site) {
        this.readers = readers;
        this.fetch = fetch;
        this.site = site;
    }

    /** The pages of this site they list, at most so many; empty when none could be read. */
    List<String> pages(List<String> addresses, int max) throws InterruptedException {
        Set<String> pages = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(addresses);
        Deque<String> open = new ArrayDeque<>(addresses);
        for (int files = 0; !open.isEmpty() && files < MAX_FILES && pages.size() < max; files++) {
            for (String address : read(open.poll(), pages)) {
                if (seen.add(address)) {
                    open.add(address);
                }
            }
        }
        return pages.stream().limit(max).toList();
    }

    private List<String> read(String address, Set<String> pages) throws InterruptedException {
        boolean ours = Site.normal(address).filter(site::contains).isPresent();
        if (!ours
                || !(fetch.fetch(FetchRequest.of(Purpose.CRAWL, address).following(site::contains))
                        instanceof Fetched.Page fetched)) {
            return List.of();
        }
        SiteMapContent map = readers.siteMap(fetched.body(), address);
        map.pages().stream().map(site::page).flatMap(Optional::stream).forEach(pages::add);
        return map.siteMaps();
    }
}
