package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.HtmlPage;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.WebContent;
import io.taros.platform.browser.Browser;
import io.taros.platform.browser.Shown;
import io.taros.platform.browser.Supply.Supplied;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchProblem;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has the pages of a site built by a browser, for which it fetches what they are made of: of each
 * host what its robots.txt allows, at its pace, and what is the same for every page once. What the
 * operator opened of the private network is open to no host but the site's own, as scripts would
 * carry it away.
 */
final class Building {
    private static final String TYPE = "text/html; charset=utf-8";

    /** A site whose scripts lead nowhere is not to keep others waiting with each of its pages. */
    private static final int MAX_FAILURES = 3;

    private static final int MAX_KEPT = 20 << 20;
    private static final int MAX_HOSTS = 100;
    private static final int MAX_MOVES = 3;
    private static final String NOTE = "<noscript";
    private static final String NOTE_END = "</noscript>";

    private final Browser browser;
    private final PoliteFetch fetch;
    private final Readers readers;
    private final Site site;
    private final Robots robots;
    private final String name;
    private final Map<String, Fetched.Page> scripts = new LinkedHashMap<>();
    private final Map<String, Robots> others = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private int kept;

    Building(
            Browser browser,
            PoliteFetch fetch,
            Readers readers,
            Site site,
            Robots robots,
            String name) {
        this.browser = browser;
        this.fetch = fetch;
        this.readers = readers;
        this.site = site;
        this.robots = robots;
        this.name = name;
    }

    Built build(Fetched.Page page) throws InterruptedException {
        if (failures.get() >= MAX_FAILURES) {
            return new Built.Unknown();
        }
        return switch (browser.show(page, url -> supply(url, MAX_MOVES))) {
            case Shown.Untried _ -> new Built.Unknown();
            case Shown.Part _ -> counted(new Built.Unknown());
            case Shown.Whole(String html) -> counted(read(page, html));
        };
    }

    private Built counted(Built built) {
        if (built instanceof Built.Page) {
            failures.set(0);
        } else {
            failures.incrementAndGet();
        }
        return built;
    }

    private Built read(Fetched.Page page, String html) throws InterruptedException {
        byte[] body = withoutNotes(html).getBytes(StandardCharsets.UTF_8);
        return switch (readers.page(body, TYPE, page.url().toString())) {
            case WebContent.Page(HtmlPage built) when built.text().isBlank() -> new Built.Empty();
            case WebContent.Page(HtmlPage built) when built.isScriptBuilt() -> new Built.Unknown();
            case WebContent.Page(HtmlPage built) -> new Built.Page(built);
            case WebContent.File _ -> new Built.Unknown();
        };
    }

    /** Nobody sees what is there for browsers that run no scripts. */
    private static String withoutNotes(String html) {
        var seen = new StringBuilder(html.length());
        int from = 0;
        for (int start = html.indexOf(NOTE); start >= 0; start = html.indexOf(NOTE, from)) {
            int end = html.indexOf(NOTE_END, start);
            if (end < 0) {
                break;
            }
            seen.append(html, from, start);
            from = end + NOTE_END.length();
        }
        return seen.append(html, from, html.length()).toString();
    }

    private Supplied supply(String url, int moves) throws InterruptedException {
        Optional<URI> address = Crawler.address(url);
        if (address.isEmpty()) {
            return new Supplied.Withheld();
        }
        String known = address.get().toString();
        Optional<Fetched.Page> kept = kept(known);
        if (kept.isPresent()) {
            return new Supplied.Given(kept.get());
        }
        Robots rules = rules(address.get());
        if (!rules.allows(known)) {
            return rules.mayAnswerLater() ? new Supplied.Missing() : new Supplied.Withheld();
        }
        return supply(address.get(), rules, moves);
    }

    private Supplied supply(URI address, Robots rules, int moves) throws InterruptedException {
        var request =
                FetchRequest.of(Purpose.CRAWL, address.toString())
                        .following(to -> isSameHost(to, address) && rules.allows(to.toString()))
                        .privateOnlyWhere(site::contains);
        return switch (fetch.fetch(request)) {
            case Fetched.Page found -> {
                keep(address.toString(), found);
                yield new Supplied.Given(found);
            }
            case Fetched.Refused(FetchProblem problem, String target)
                    when problem == FetchProblem.REDIRECT_ELSEWHERE && moves > 0 ->
                    supply(target, moves - 1);
            case Fetched.Gone _, Fetched.NotModified _, Fetched.Refused _ ->
                    new Supplied.Withheld();
            case Fetched.Failed failed when failed.status() >= 400 && failed.status() < 500 ->
                    new Supplied.Withheld();
            case Fetched.Failed _, Fetched.Busy _ -> new Supplied.Missing();
        };
    }

    private static boolean isSameHost(URI one, URI other) {
        return String.valueOf(one.getRawAuthority()).equals(other.getRawAuthority());
    }

    private Robots rules(URI address) throws InterruptedException {
        if (site.contains(address)) {
            return robots;
        }
        String host = address.resolve("/").toString();
        Robots known = others.get(host);
        if (known != null) {
            return known;
        }
        if (others.size() >= MAX_HOSTS) {
            return Robots.nothing(Reason.BUSY);
        }
        Robots asked = Robots.fetch(fetch, address, name, site::contains);
        others.put(host, asked);
        return asked;
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
