package io.taros.knowledge.crawl;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.browser.Chromium;
import io.taros.knowledge.extract.Readers;
import io.taros.platform.browser.Browser;
import io.taros.platform.browser.BrowserSettings;
import io.taros.platform.fetch.Cidr;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.FetchBudget;
import io.taros.platform.fetch.NameResolver;
import io.taros.platform.fetch.SafeFetch;
import io.taros.platform.fetch.TestSite;
import io.taros.testing.RememberedCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that are empty until a browser has run their scripts, in the Chromium that is installed.
 */
class ScriptBuiltPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Readers READERS = new Readers();

    /** Open for crawling, unlike the rest of this machine. */
    private static final String HERE = "127.0.0.2";

    private static final String SHELL =
            "<html><head><title>Oars</title></head><body><div id=root></div><script src='/app.js'></script></body></html>";
    private static final String APP =
            """
            setTimeout(async () => {
              const told = await (await fetch('/data.json')).json();
              document.getElementById('root').innerHTML =
                '<main><h1>' + told.title + '</h1><p>' + told.text + '</p></main><a href="/sizes">Sizes</a>';
            }, 2000);
            """;

    @AutoClose private final TestSite site = new TestSite(HERE);
    private final RememberedCalls calls = new RememberedCalls();
    private CrawlSettings settings = settings(HERE + "/32");

    @BeforeEach
    void aSiteThatIsOneScript() {
        site.status("/robots.txt", 404);
        site.on(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "shell");
                    TestSite.send(exchange, 200, "text/html", SHELL);
                });
        site.html("/sizes", SHELL);
        site.text("/app.js", "text/javascript", APP);
        site.text(
                "/data.json",
                "application/json",
                "{\"title\": \"Care of oars\", \"text\": \"Oil an oar of ash twice a year.\"}");
    }

    @AfterAll
    static void stop() {
        READERS.destroy();
    }

    @Test
    void areReadAsTheirScriptsLeaveThem() throws Exception {
        try (var fetch = fetch()) {
            var open = open(fetch, chromium(PATIENCE));

            var page = (Visited.Page) open.visit(site.url("/"), Known.NOTHING);

            assertThat(page.title()).isEqualTo("Oars");
            assertThat(page.text()).contains("Care of oars", "Oil an oar of ash twice a year.");
            assertThat(page.links()).containsExactly(site.url("/sizes"));
            assertThat(page.etag()).as("of the page before its scripts ran").isNull();
            assertThat(open.visit(site.url("/sizes"), Known.NOTHING))
                    .isInstanceOf(Visited.Page.class);
            assertThat(site.asked()).containsOnlyOnce("/", "/sizes", "/app.js");
            assertThat(site.asked()).filteredOn("/data.json"::equals).hasSize(2);
        }
        eventually(() -> assertThat(leftovers()).isEmpty());
    }

    @Test
    void askForNothingThatRobotsTxtKeepsClosed() throws Exception {
        site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /data");
        try (var fetch = fetch()) {
            assertThat(open(fetch, chromium(PATIENCE)).visit(site.url("/"), Known.NOTHING))
                    .isEqualTo(new Visited.Skipped(Reason.NO_TEXT, List.of()));
        }
        assertThat(site.asked()).contains("/app.js").doesNotContain("/data.json");
    }

    @Test
    void areNotLearnedHalfBuilt() throws Exception {
        site.status("/data.json", 503);
        site.text(
                "/app.js",
                "text/javascript",
                "document.getElementById('root').innerHTML = '<p>' + 'Loading all oars. '.repeat(30) + '</p>';"
                        + APP);
        try (var fetch = fetch()) {
            assertThat(open(fetch, chromium(PATIENCE)).visit(site.url("/"), Known.NOTHING))
                    .isEqualTo(new Visited.Failed(Reason.SCRIPT_FAILED));
        }
    }

    @Test
    void areNotUnlearnedWhereTheBrowserDoesNotStart(@TempDir Path folder) throws Exception {
        Path browser = folder.resolve("browser");
        Files.writeString(
                browser,
                """
                #!/bin/sh
                echo >> %1$s/starts
                [ $(wc -l < %1$s/starts) -gt 4 ] || exit 1
                exec %2$s "$@"
                """
                        .formatted(folder, Chromium.executable()));
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        var unsteady =
                new Browser(new BrowserSettings(browser.toString(), false), settings, PATIENCE);
        try (var fetch = fetch()) {
            var open = open(fetch, unsteady);
            for (int start = 1; start <= 4; start++) {
                assertThat(open.visit(site.url("/"), Known.NOTHING))
                        .isEqualTo(new Visited.Failed(Reason.SCRIPT_FAILED));
                open.askAgain(site.url("/"));
            }

            assertThat(open.visit(site.url("/"), Known.NOTHING)).isInstanceOf(Visited.Page.class);
        }
    }

    @Test
    void askAnotherHostOnceWhatItAllows() throws Exception {
        site.text(
                "/app.js",
                "text/javascript",
                "['a', 'b'].forEach(name => fetch('http://rebound.example/' + name).catch(() => {}));"
                        + APP);
        try (var fetch = fetch()) {
            assertThat(open(fetch, chromium(PATIENCE)).visit(site.url("/"), Known.NOTHING))
                    .isInstanceOf(Visited.Page.class);
        }
        assertThat(calls.all())
                .filteredOn(call -> call.host().equals("rebound.example"))
                .hasSize(1);
    }

    @Test
    void areNotReadWhereTheirScriptsNeverEnd() throws Exception {
        site.text("/app.js", "text/javascript", "while (true) {}");
        try (var fetch = fetch()) {
            assertThat(
                            open(fetch, chromium(Duration.ofSeconds(6)))
                                    .visit(site.url("/"), Known.NOTHING))
                    .isEqualTo(new Visited.Failed(Reason.SCRIPT_FAILED));
        }
        eventually(() -> assertThat(leftovers()).isEmpty());
    }

    @Test
    void areLeftOutWhereThereIsNoBrowser() throws Exception {
        try (var fetch = fetch()) {
            assertThat(open(fetch, NoBrowser.with(settings)).visit(site.url("/"), Known.NOTHING))
                    .isEqualTo(new Visited.Skipped(Reason.SCRIPT, List.of()));
        }
        assertThat(site.asked()).doesNotContain("/app.js");
    }

    /** Not even what the operator opened, unless it is the site itself. */
    @ParameterizedTest
    @ValueSource(strings = {HERE + "/32", "127.0.0.0/8"})
    void reachNothingButWhatTheGuardLetsThrough(String opened) throws Exception {
        settings = settings(opened);
        try (var inside = new Inside();
                var fetch = fetch()) {
            site.html("/", inside.attack());
            site.redirect("/away", inside.url());
            site.redirect("/away.js", inside.url());

            var page =
                    (Visited.Page)
                            open(fetch, chromium(PATIENCE)).visit(site.url("/"), Known.NOTHING);

            assertThat(page.text()).contains("Tried everything").doesNotContain("Got through");
            assertThat(site.asked()).contains("/away", "/away.js");
            assertThat(inside.heard()).isZero();
            assertThat(page.url()).isEqualTo(site.url("/"));
        }
        eventually(() -> assertThat(leftovers()).isEmpty());
    }

    /** The attack is one: on the site itself it is heard. */
    @Test
    void wouldReachItWereItNotForTheGuard() throws Exception {
        try (var inside = new Inside();
                var fetch = fetch()) {
            site.html("/", inside.attack().replace(inside.url(), site.url("/")));

            open(fetch, chromium(PATIENCE)).visit(site.url("/"), Known.NOTHING);
        }
        assertThat(site.asked()).contains("/a.js");
    }

    private static CrawlSettings settings(String open) {
        return new CrawlSettings(
                Duration.ZERO,
                Duration.ofSeconds(10),
                100,
                5,
                List.of(Cidr.of(open)),
                "TarosBot/1.0");
    }

    private Browser chromium(Duration patience) {
        var path = Chromium.executable().toString();
        return new Browser(new BrowserSettings(path, false), settings, patience);
    }

    private OpenSite open(Fetch fetch, Browser browser) throws InterruptedException {
        return new Crawler(
                        fetch.safe(),
                        new HostPace(),
                        settings,
                        READERS,
                        browser,
                        InstantSource.system())
                .open(URI.create(site.url("/")));
    }

    private record Fetch(SafeFetch safe) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            safe.destroy();
        }
    }

    /** A name server that lies about one name. */
    private Fetch fetch() {
        NameResolver names =
                host ->
                        host.equals("rebound.example")
                                ? List.of(InetAddress.getByName("127.0.0.1"))
                                : NameResolver.SYSTEM.resolve(host);
        return new Fetch(
                new SafeFetch(
                        settings, names, FetchBudget.page(settings.patience()), calls.egress()));
    }

    /** Processes and profiles of browsers. */
    private static List<String> leftovers() throws IOException {
        var processes =
                ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(command -> command.contains("taros-browser"));
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            var profiles = files.map(Path::toString).filter(name -> name.contains("taros-browser"));
            return Stream.concat(processes, profiles).toList();
        }
    }
}
