package io.taros.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.SharedData;
import io.taros.platform.fetch.Cidr;
import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.FetchBudget;
import io.taros.platform.fetch.NameResolver;
import io.taros.platform.fetch.SafeFetch;
import io.taros.platform.fetch.TestSite;
import io.taros.testing.RememberedCalls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

/**
 * A real documentation site, followed from its start page. Also says how fast, without holding
 * anybody to it.
 */
class WholeSiteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void isReadCompletelyAndEveryPageOnce() throws Exception {
        var folder = SharedData.folder("data/site");
        Map<String, byte[]> files = unpacked(folder.resolve("site.tar.gz"));
        List<String> reachable =
                SharedData.rows(folder.resolve("pages.jsonl")).stream()
                        .filter(page -> !page.get("depth_from_root").isNull())
                        .map(page -> page.get("path").stringValue())
                        .toList();
        var settings =
                new CrawlSettings(
                        Duration.ZERO,
                        PATIENCE,
                        2_000,
                        12,
                        List.of(Cidr.of("127.0.0.0/8")),
                        "TarosBot/1.0");
        var fetch =
                new SafeFetch(
                        settings,
                        NameResolver.SYSTEM,
                        FetchBudget.page(PATIENCE),
                        RememberedCalls.anyway());
        var readers = new Readers();
        try (var site = new TestSite()) {
            site.otherwise(exchange -> serve(exchange, files));
            OpenSite open =
                    new Crawler(
                                    fetch,
                                    new HostPace(),
                                    settings,
                                    readers,
                                    NoBrowser.with(settings),
                                    InstantSource.system())
                            .open(URI.create(site.url("/")));
            long start = System.nanoTime();

            Map<String, Visited> visited = followed(open, site.url("/"));

            double seconds = (System.nanoTime() - start) / 1e9;
            long pages = visited.values().stream().filter(Visited.Page.class::isInstance).count();
            System.out.printf(
                    "crawled %d pages in %.1f s, %.0f pages/s%n", pages, seconds, pages / seconds);
            assertThat(visited.values())
                    .filteredOn(Visited.Page.class::isInstance)
                    .extracting(page -> fileOf(URI.create(((Visited.Page) page).url()).getPath()))
                    .containsAll(reachable);
            assertThat(site.asked()).doesNotHaveDuplicates();
        } finally {
            fetch.destroy();
            readers.destroy();
        }
    }

    private static Map<String, Visited> followed(OpenSite open, String start) {
        Map<String, Visited> visited = new ConcurrentHashMap<>();
        Set<String> known = ConcurrentHashMap.newKeySet();
        var underWay = new Phaser(1);
        try (var readers = Executors.newFixedThreadPool(2)) {
            known.add(start);
            submit(readers, open, start, visited, known, underWay);
            underWay.awaitAdvance(underWay.arrive());
        }
        return visited;
    }

    private static void submit(
            java.util.concurrent.ExecutorService readers,
            OpenSite open,
            String url,
            Map<String, Visited> visited,
            Set<String> known,
            Phaser underWay) {
        underWay.register();
        readers.submit(() -> {
            try {
                Visited page = open.visit(url, Known.NOTHING);
                visited.put(url, page);
                List<String> links = new ArrayList<>();
                if (page instanceof Visited.Page read) {
                    links.addAll(read.links());
                } else if (page instanceof Visited.Skipped skipped) {
                    links.addAll(skipped.links());
                }
                links.stream()
                        .filter(known::add)
                        .forEach(link -> submit(readers, open, link, visited, known, underWay));
                return page;
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    private static String fileOf(String path) {
        return path.endsWith("/") ? path + "index.html" : path;
    }

    private static void serve(
            com.sun.net.httpserver.HttpExchange exchange, Map<String, byte[]> files)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = fileOf(path);
        if (files.containsKey(file)) {
            TestSite.send(
                    exchange,
                    200,
                    file.endsWith(".html") ? "text/html; charset=utf-8" : "text/plain",
                    files.get(file));
        } else if (files.containsKey(file + "/index.html")) {
            exchange.getResponseHeaders().set("Location", path + "/");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        } else {
            TestSite.send(exchange, 404, "text/html", "<p>Not found");
        }
    }

    private static Map<String, byte[]> unpacked(java.nio.file.Path archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(entry.getName().replaceFirst("^(\\./)?www", ""), tar.readAllBytes());
                }
            }
        }
        return files;
    }
}
