package io.taros.knowledge.crawl;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import io.taros.platform.fetch.SafeFetch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads site maps, indexes of them and packed ones, in whatever format, within bounds. */
final class Sitemaps {
    private static final int MAX_FILES = 50;
    private static final int MAX_INFLATED = 50 << 20;

    private final SafeFetch fetch;
    private final Site site;

    Sitemaps(SafeFetch fetch, Site site) {
        this.fetch = fetch;
        this.site = site;
    }

    /** The pages of this site they list, at most so many; empty when none could be read. */
    List<String> pages(List<String> addresses, int max) {
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

    private List<String> read(String address, Set<String> pages) {
        boolean ours = Site.normal(address).filter(site::contains).isPresent();
        if (!ours
                || !(fetch.fetch(FetchRequest.of(address).following(site::contains))
                        instanceof Fetched.Page page)) {
            return List.of();
        }
        try {
            var parser = new SiteMapParser(false, true);
            AbstractSiteMap map =
                    parser.parseSiteMap(unpacked(page.body()), URI.create(address).toURL());
            return switch (map) {
                case SiteMapIndex index ->
                        index.getSitemaps().stream()
                                .map(inner -> inner.getUrl().toString())
                                .toList();
                case SiteMap list -> {
                    for (SiteMapURL entry : list.getSiteMapUrls()) {
                        site.page(entry.getUrl().toString()).ifPresent(pages::add);
                    }
                    yield List.of();
                }
                default -> List.of();
            };
        } catch (IOException | UnknownFormatException | IllegalArgumentException broken) {
            return List.of();
        }
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
        if (!packed) {
            return body;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readNBytes(MAX_INFLATED);
        }
    }
}
