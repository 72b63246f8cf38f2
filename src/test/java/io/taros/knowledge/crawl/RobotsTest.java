package io.taros.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RobotsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void agreesWithTheConformanceCases() throws IOException {
        for (JsonNode row :
                SharedData.rows(SharedData.folder("data/robots").resolve("cases.jsonl"))) {
            byte[] file = Base64.getDecoder().decode(row.get("robotstxt_base64").stringValue());
            for (JsonNode expected : row.get("expectations")) {
                String url = expected.get("url").stringValue();
                String agent = expected.get("agent").stringValue();
                assertThat(Robots.parse(file, agent).allows(url))
                        .as("%s: %s for %s", row.get("id").stringValue(), url, agent)
                        .isEqualTo(expected.get("allowed").booleanValue());
            }
        }
    }

    @Test
    void takesAMissingFileForAYesAndABrokenServerForANo() throws Exception {
        assertThat(asked(404).allows("http://x.example/a")).isTrue();
        assertThat(asked(403).allows("http://x.example/a")).isTrue();
        assertThat(asked(500).allows("http://x.example/a")).isFalse();
        assertThat(asked(502).silence()).contains(Reason.ROBOTS_UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void asksAgainWhoeverAsksForAPause(int busy) throws Exception {
        try (var site = new TestSite()) {
            site.on(
                    "/robots.txt",
                    exchange -> {
                        if (site.asked().size() == 1) {
                            pause(exchange, busy);
                        } else {
                            TestSite.send(
                                    exchange, 200, "text/plain", "User-agent: *\nDisallow: /x");
                        }
                    });

            Robots robots = asked(site);

            assertThat(robots.silence()).isEmpty();
            assertThat(robots.allows("http://x.example/x")).isFalse();
            assertThat(robots.allows("http://x.example/y")).isTrue();
            assertThat(site.asked()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void takesWhoeverStaysBusyForANo(int busy) throws Exception {
        try (var site = new TestSite()) {
            site.on("/robots.txt", exchange -> pause(exchange, busy));

            Robots robots = asked(site);

            assertThat(robots.silence()).contains(Reason.ROBOTS_UNREACHABLE);
            assertThat(robots.allows("http://x.example/y")).isFalse();
            assertThat(site.asked()).hasSize(3);
        }
    }

    private static void pause(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "0");
        TestSite.send(exchange, status, "text/plain", "");
    }

    @Test
    void hearsAskedDelaysUpToABound() {
        Robots slow = robots("User-agent: *\nCrawl-delay: 5\n");
        Robots absurd = robots("User-agent: *\nCrawl-delay: 86400\n");

        assertThat(slow.delay(Duration.ofMillis(500))).isEqualTo(Duration.ofSeconds(5));
        assertThat(slow.delay(Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(9));
        assertThat(absurd.delay(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    private static Robots robots(String text) {
        return Robots.parse(text.getBytes(StandardCharsets.UTF_8), "TarosBot");
    }

    private static Robots asked(int status) throws Exception {
        try (var site = new TestSite()) {
            return asked(site.status("/robots.txt", status));
        }
    }

    private static Robots asked(TestSite site) throws Exception {
        var settings =
                new CrawlSettings(
                        Duration.ZERO,
                        PATIENCE,
                        10,
                        5,
                        List.of(Cidr.of("127.0.0.0/8")),
                        "TarosBot/1.0");
        var fetch =
                new SafeFetch(
                        settings,
                        NameResolver.SYSTEM,
                        FetchBudget.page(PATIENCE),
                        RememberedCalls.anyway());
        try {
            var polite =
                    new PoliteFetch(
                            fetch, new HostPace(), Duration.ZERO, PoliteFetch.Patience.CRAWL);
            return Robots.fetch(polite, URI.create(site.url("/")), "TarosBot");
        } finally {
            fetch.destroy();
        }
    }
}
