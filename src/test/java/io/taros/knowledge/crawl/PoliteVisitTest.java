package io.taros.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Readers;
import io.taros.platform.fetch.Cidr;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.FetchBudget;
import io.taros.platform.fetch.NameResolver;
import io.taros.platform.fetch.SafeFetch;
import io.taros.platform.fetch.TestSite;
import io.taros.testing.RememberedCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a page says about itself, and what its server says about it. */
class PoliteVisitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Readers READERS = new Readers();

    private final CrawlSettings settings =
            new CrawlSettings(
                    Duration.ZERO,
                    PATIENCE,
                    100,
                    5,
                    List.of(Cidr.of("127.0.0.0/8")),
                    "TarosBot/1.0");
    private final SafeFetch fetch =
            new SafeFetch(
                    settings,
                    NameResolver.SYSTEM,
                    FetchBudget.page(PATIENCE),
                    RememberedCalls.anyway());
    private final TestSite site = new TestSite();
    private OpenSite open;

    @BeforeEach
    void open() throws InterruptedException {
        site.status("/robots.txt", 404);
        open =
                new Crawler(
                                fetch,
                                new HostPace(),
                                settings,
                                READERS,
                                NoBrowser.with(settings),
                                InstantSource.system())
                        .open(URI.create(site.url("/")));
    }

    @AfterEach
    void close() throws IOException {
        site.close();
        fetch.destroy();
    }

    @AfterAll
    static void stop() {
        READERS.destroy();
    }

    @Test
    void glimpsesAskABusySiteOnce() throws Exception {
        site.status("/robots.txt", 503);
        var crawler =
                new Crawler(
                        fetch,
                        new HostPace(),
                        settings,
                        READERS,
                        NoBrowser.with(settings),
                        InstantSource.system());
        site.asked().clear();

        Glimpse seen = crawler.glimpse(URI.create(site.url("/")), List.of());

        assertThat(seen.problem()).isEqualTo(Reason.ROBOTS_UNREACHABLE);
        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @Nested
    class Canonicals {
        @Test
        void nameWhereAPageIsReallyToBeFound() throws Exception {
            page("/a?sort=price", "<link rel=canonical href='/a'>", "");

            assertThat(canonical("/a?sort=price")).isEqualTo(site.url("/a"));
        }

        @Test
        void doNotCountWhereATemplateGotThemWrong() throws Exception {
            page("/all-lead-home", "<link rel=canonical href='/'>", "");
            page("/itself", "<link rel=canonical href='/itself/'>", "");
            page("/copied", "<link rel=canonical href='https://elsewhere.example/'>", "");
            page(
                    "/da",
                    "<link rel=canonical href='/en'><link rel=alternate hreflang=en href='/en'>",
                    "");
            page("/x", "<link rel=canonical href='/y'>", "");
            page("/y", "<link rel=canonical href='/x'>", "");

            for (String path : List.of("/all-lead-home", "/itself", "/copied", "/da")) {
                assertThat(canonical(path)).as(path).isNull();
            }
            assertThat(canonical("/x")).isEqualTo(site.url("/y"));
            assertThat(canonical("/y")).isNull();
        }
    }

    @Test
    void otherLanguagesArePagesOfTheSite() throws Exception {
        page("/", "<link rel=alternate hreflang=da href='/da/'>", "<a href='/a'>a</a>");

        assertThat(visit("/"))
                .isInstanceOfSatisfying(
                        Visited.Page.class,
                        page ->
                                assertThat(page.links())
                                        .containsExactly(site.url("/a"), site.url("/da/")));
    }

    @Test
    void wishesOfTheServerAreHeardWhenTheyAreMeantForUs() throws Exception {
        tagged("/hidden", "tarosbot: noindex");
        tagged("/alone", "nofollow");
        tagged("/others", "otherbot: none");

        assertThat(visit("/hidden"))
                .isEqualTo(new Visited.Skipped(Reason.NOINDEX, List.of(site.url("/b"))));
        assertThat(((Visited.Page) visit("/alone")).links()).isEmpty();
        assertThat(((Visited.Page) visit("/others")).links()).containsExactly(site.url("/b"));
    }

    @Test
    void wishesOfThePageAreWordsAndNotPartsOfThem() throws Exception {
        page("/preview", "<meta name=robots content='max-image-preview:none'>", "");
        page("/hidden", "<meta name=TarosBot content='noindex'>", "");
        page("/others", "<meta name=otherbot content='noindex'>", "");

        assertThat(visit("/preview")).isInstanceOf(Visited.Page.class);
        assertThat(visit("/hidden")).isInstanceOf(Visited.Skipped.class);
        assertThat(visit("/others")).isInstanceOf(Visited.Page.class);
    }

    @Test
    void aSiteThatAsksForALongPauseIsLeftAlone() throws Exception {
        site.on(
                "/a",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "300");
                    TestSite.send(exchange, 429, "text/plain", "");
                });
        page("/b", "", "");

        assertThat(visit("/a")).isEqualTo(new Visited.Failed(Reason.BUSY));
        assertThat(visit("/b")).isEqualTo(new Visited.Failed(Reason.BUSY));
        assertThat(site.asked()).containsExactly("/robots.txt", "/a");
    }

    @Test
    void aShortPauseIsWaitedFor() throws Exception {
        site.on(
                "/a",
                exchange -> {
                    boolean isFirst = site.asked().stream().filter("/a"::equals).count() == 1;
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    TestSite.send(exchange, isFirst ? 503 : 200, "text/plain", "A page of text.");
                });
        long start = System.nanoTime();

        assertThat(visit("/a")).isInstanceOf(Visited.Page.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(900));
    }

    private Visited visit(String path) throws InterruptedException {
        return open.visit(site.url(path), Known.NOTHING);
    }

    private String canonical(String path) throws InterruptedException {
        return ((Visited.Page) visit(path)).canonical();
    }

    private void page(String path, String head, String links) {
        site.html(path, html(path, head, links));
    }

    private void tagged(String path, String wish) {
        site.on(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("X-Robots-Tag", wish);
                    TestSite.send(exchange, 200, "text/html", html(path, "", "<a href='/b'>b</a>"));
                });
    }

    private static String html(String path, String head, String links) {
        return "<html><head><title>%s</title>%s</head><body><main><p>This is the page at %s.</p></main>%s</body></html>"
                .formatted(path, head, path, links);
    }
}
