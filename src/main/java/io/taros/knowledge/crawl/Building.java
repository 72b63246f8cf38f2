package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.HtmlPage;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.WebContent;
import io.taros.platform.browser.Browser;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has the pages of a site built by a browser, for which it fetches what they are made of: of the
 * site itself what its robots.txt allows, at its pace, and what is the same for every page once.
 */
final class Building {
    private static final String TYPE = "text/html; charset=utf-8";

    /** A site whose scripts lead nowhere is not to keep others waiting with each of its pages. */
    private static final int MAX_FAILURES = 3;

    private static final int MAX_KEPT = 20 << 20;

    private final Browser browser;
    private final PoliteFetch fetch;
    private final Readers readers;
    private final Site site;
    private final Robots robots;
    private final Map<String, Fetched.Page> scripts = new LinkedHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private int kept;

    Building(Browser browser, PoliteFetch fetch, Readers readers, Site site, Robots robots) {
        this.browser = browser;
        this.fetch = fetch;
        this.readers = readers;
        this.site = site;
        this.robots = robots;
    }

    boolean isPossible() {
        return browser.isThere();
    }

    /** Empty where nothing to read comes of it. */
    Optional<HtmlPage> build(Fetched.Page page) throws InterruptedException {
        if (failures.get() >= MAX_FAILURES) {
            return Optional.empty();
        }
        Optional<HtmlPage> built = read(page).filter(html -> !html.text().isBlank());
        built.ifPresentOrElse(html -> failures.set(0), failures::incrementAndGet);
        return built;
    }

    private Optional<HtmlPage> read(Fetched.Page page) throws InterruptedException {
        Optional<String> html = browser.show(page, this::supply);
        if (html.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = html.get().getBytes(StandardCharsets.UTF_8);
        return switch (readers.page(body, TYPE, page.url().toString())) {
            case WebContent.Page(HtmlPage built) -> Optional.of(built);
            case WebContent.File _ -> Optional.empty();
        };
    }

    private Optional<Fetched.Page> supply(String url) throws InterruptedException {
        Optional<URI> address = Crawler.address(url).filter(this::mayAsk);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String known = address.get().toString();
        Optional<Fetched.Page> kept = kept(known);
        if (kept.isPresent()) {
            return kept;
        }
        var request = FetchRequest.of(Purpose.CRAWL, known).following(this::mayAsk);
        if (fetch.once(request) instanceof Fetched.Page found) {
            keep(known, found);
            return Optional.of(found);
        }
        return Optional.empty();
    }

    private boolean mayAsk(URI address) {
        return !site.contains(address) || robots.allows(address.toString());
    }

    private synchronized Optional<Fetched.Page> kept(String url) {
        return Optional.ofNullable(scripts.get(url));
    }

    /** What a page asks for besides scripts is its own. */
    private synchronized void keep(String url, Fetched.Page found) {
        String type = String.valueOf(found.head().contentType());
        if (type.contains("javascript")
                && kept + found.body().length <= MAX_KEPT
                && scripts.putIfAbsent(url, found) == null) {
            kept += found.body().length;
        }
    }
}
