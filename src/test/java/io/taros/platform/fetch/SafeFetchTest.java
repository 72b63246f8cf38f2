package io.taros.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.Fetched.Busy;
import io.taros.platform.fetch.Fetched.Failed;
import io.taros.platform.fetch.Fetched.Gone;
import io.taros.platform.fetch.Fetched.NotModified;
import io.taros.platform.fetch.Fetched.Page;
import io.taros.platform.fetch.Fetched.Refused;
import io.taros.testing.RememberedCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SafeFetchTest {
    private static final FetchBudget SMALL =
            new FetchBudget(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(600),
                    Duration.ofMillis(1500),
                    300_000,
                    3_000_000);

    private final TestSite site = new TestSite();
    private final SafeFetch open = fetch(NameResolver.SYSTEM, "127.0.0.0/8");
    private final SafeFetch closed = fetch(NameResolver.SYSTEM);

    @AfterEach
    void stop() throws IOException {
        site.close();
        open.destroy();
        closed.destroy();
    }

    @Nested
    class OrdinaryPages {
        @Test
        void bringsBodyAndHead() {
            site.html("/", "<h1>Hello</h1>");

            Page page = (Page) open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/")));

            assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("<h1>Hello</h1>");
            assertThat(page.head().contentType()).isEqualTo("text/html; charset=utf-8");
        }

        @Test
        void inflatesGzip() {
            site.on(
                    "/",
                    exchange ->
                            gzip(
                                    exchange,
                                    "compressed".repeat(1000).getBytes(StandardCharsets.UTF_8)));

            Page page = (Page) open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/")));

            assertThat(page.body()).hasSize(10_000);
        }

        @Test
        void asksConditionallyWhenTheEtagIsKnown() {
            site.on(
                    "/",
                    exchange -> {
                        boolean known =
                                "\"v1\""
                                        .equals(
                                                exchange.getRequestHeaders()
                                                        .getFirst("If-None-Match"));
                        TestSite.send(exchange, known ? 304 : 200, "text/html", known ? "" : "x");
                    });

            assertThat(
                            open.fetch(
                                    FetchRequest.of(Purpose.CRAWL, site.url("/"))
                                            .ifChangedSince("\"v1\"", null)))
                    .isEqualTo(new NotModified());
        }

        @Test
        void tellsGoneFromBusyFromBroken() {
            site.status("/gone", 410).status("/error", 500);
            site.on(
                    "/busy",
                    exchange -> {
                        exchange.getResponseHeaders().set("Retry-After", "7");
                        TestSite.send(exchange, 429, "text/plain", "");
                    });

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/gone"))))
                    .isEqualTo(new Gone(410));
            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/busy"))))
                    .isEqualTo(new Busy(429, Duration.ofSeconds(7)));
            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/error"))))
                    .isEqualTo(new Failed(FetchProblem.STATUS, "500", 500));
        }

        @Test
        void waitsUntilTheDateASiteNames() {
            Instant now = Instant.now();
            site.on("/later", exchange -> busyUntil(exchange, date(now.plusSeconds(90))));
            site.on("/past", exchange -> busyUntil(exchange, date(now.minusSeconds(90))));
            site.on("/odd", exchange -> busyUntil(exchange, "soon"));

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/later"))))
                    .isInstanceOfSatisfying(
                            Busy.class,
                            busy ->
                                    assertThat(busy.retryAfter())
                                            .isBetween(
                                                    Duration.ofSeconds(60),
                                                    Duration.ofSeconds(91)));
            for (String path : List.of("/past", "/odd")) {
                assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url(path))))
                        .isEqualTo(new Busy(503, Duration.ofSeconds(2)));
            }
        }

        private static void busyUntil(com.sun.net.httpserver.HttpExchange exchange, String time)
                throws IOException {
            exchange.getResponseHeaders().set("Retry-After", time);
            TestSite.send(exchange, 503, "text/plain", "");
        }

        private static String date(Instant time) {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
        }

        @Test
        void hearsEveryLineToRobots() {
            site.on(
                    "/",
                    exchange -> {
                        exchange.getResponseHeaders().add("X-Robots-Tag", "otherbot: noindex");
                        exchange.getResponseHeaders().add("X-Robots-Tag", "nofollow");
                        TestSite.send(exchange, 200, "text/html", "here");
                    });

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/"))))
                    .isInstanceOfSatisfying(
                            Page.class,
                            page ->
                                    assertThat(page.head().robotsTags())
                                            .containsExactlyInAnyOrder(
                                                    "otherbot: noindex", "nofollow"));
        }

        @Test
        void reachesLocalhostByNameWhenItsAddressIsExcepted() {
            site.html("/", "here");

            assertThat(
                            open.fetch(
                                    FetchRequest.of(
                                            Purpose.CRAWL,
                                            "http://localhost:" + site.port() + "/")))
                    .isInstanceOf(Page.class);
        }
    }

    @Nested
    class PrivateAddresses {
        @Test
        void areRefusedWithoutASingleByteSent() throws Exception {
            try (var honeypot = new Honeypot("127.0.0.1")) {
                for (String host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]")) {
                    assertThat(
                                    closed.fetch(
                                            FetchRequest.of(
                                                    Purpose.CRAWL,
                                                    "http://"
                                                            + host
                                                            + ":"
                                                            + honeypot.port()
                                                            + "/")))
                            .isInstanceOf(Refused.class);
                }
                assertThat(honeypot.visits()).isZero();
            }
        }

        /** Somebody listens where each of these leads, and hears nothing. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2130706433",
                    "0x7f000001",
                    "0x7F.0.0.1",
                    "017700000001",
                    "0177.0.0.01",
                    "127.1",
                    "127.0.1",
                    "127.0.0.1.",
                    "0127.0.0.1",
                    "0",
                    "[::1]",
                    "[::ffff:7f00:1]",
                    "[0:0:0:0:0:ffff:127.0.0.1]",
                    "[::127.0.0.1]",
                    "[64:ff9b::7f00:1]",
                    "[2002:7f00:1::]",
                    "[fe80::1%25lo]",
                    "１２７.0.0.1",
                    "①②⑦.⓪.⓪.①",
                    "127。0。0。1",
                    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
                    "localhost.",
                    "LOCALHOST",
                    "www.shop.example@127.0.0.1",
                    "www.shop.example:80@127.0.0.1",
                    "127.0.0.1%2f@www.shop.example",
                    "127.0.0.1\\@www.shop.example",
                })
        void areRefusedInEverySpelling(String host) {
            NameResolver hostile = name -> List.of(InetAddress.getByName("127.0.0.1"));
            try (var here = new Honeypot("127.0.0.1");
                    var anywhere = new Honeypot("::1")) {
                for (int port : List.of(here.port(), anywhere.port())) {
                    String url = "http://" + host + ":" + port + "/";
                    assertThat(fetch(hostile).fetch(FetchRequest.of(Purpose.CRAWL, url)))
                            .isInstanceOf(Refused.class);
                }
                assertThat(here.visits() + anywhere.visits()).isZero();
            }
        }

        @Test
        void areRefusedWhenAPublicPageRedirectsThere() {
            try (var honeypot = new Honeypot("127.0.0.1")) {
                SafeFetch narrow = fetch(NameResolver.SYSTEM, "127.0.0.9/32");
                try (var public_ = new TestSite("127.0.0.9")) {
                    public_.redirect("/metadata", "http://169.254.169.254/latest/meta-data/");
                    public_.redirect("/loopback", "http://127.0.0.1:" + honeypot.port() + "/");
                    public_.redirect("/numeric", "http://2130706433:" + honeypot.port() + "/");
                    public_.redirect("/file", "file:///etc/passwd");

                    assertThat(
                                    narrow.fetch(
                                            FetchRequest.of(
                                                    Purpose.CRAWL, public_.url("/metadata"))))
                            .isEqualTo(
                                    new Refused(
                                            FetchProblem.ADDRESS_NOT_PUBLIC, "169.254.169.254"));
                    assertThat(
                                    narrow.fetch(
                                            FetchRequest.of(
                                                    Purpose.CRAWL, public_.url("/loopback"))))
                            .isEqualTo(new Refused(FetchProblem.ADDRESS_NOT_PUBLIC, "127.0.0.1"));
                    assertThat(
                                    narrow.fetch(
                                            FetchRequest.of(
                                                    Purpose.CRAWL, public_.url("/numeric"))))
                            .isInstanceOf(Refused.class);
                    assertThat(narrow.fetch(FetchRequest.of(Purpose.CRAWL, public_.url("/file"))))
                            .isEqualTo(new Refused(FetchProblem.ADDRESS_NOT_HTTP, ""));
                }
                assertThat(honeypot.visits()).isZero();
            }
        }

        @Test
        void areRefusedWhenTheNameTurnsToThemBetweenTwoAnswers() {
            var lookups = new AtomicInteger();
            NameResolver rebinding =
                    host ->
                            List.of(
                                    InetAddress.getByName(
                                            lookups.getAndIncrement() % 2 == 0
                                                    ? "127.0.0.9"
                                                    : "127.0.0.1"));
            try (var honeypot = new Honeypot("127.0.0.1")) {
                SafeFetch narrow = fetch(rebinding, "127.0.0.9/32");
                for (int i = 0; i < 200; i++) {
                    narrow.fetch(
                            FetchRequest.of(
                                    Purpose.CRAWL,
                                    "http://rebind.example:" + honeypot.port() + "/"));
                }
                assertThat(lookups).hasValueGreaterThan(100);
                assertThat(honeypot.visits()).isZero();
            }
        }

        @Test
        void poisonAnAnswerThatMixesThemWithPublicOnes() {
            NameResolver mixed =
                    host ->
                            List.of(
                                    InetAddress.getByName("93.184.216.34"),
                                    InetAddress.getByName("10.0.0.1"));

            assertThat(fetch(mixed).fetch(FetchRequest.of(Purpose.CRAWL, "http://mixed.example/")))
                    .isEqualTo(new Refused(FetchProblem.ADDRESS_NOT_PUBLIC, "mixed.example"));
        }

        @Test
        void keepOtherPortsOfPublicHostsClosed() {
            NameResolver somewhere = host -> List.of(InetAddress.getByName("93.184.216.34"));

            assertThat(
                            fetch(somewhere)
                                    .fetch(
                                            FetchRequest.of(
                                                    Purpose.CRAWL, "http://host.example:6379/")))
                    .isEqualTo(new Refused(FetchProblem.PORT_NOT_ALLOWED, "host.example"));
        }

        @Test
        void stayClosedForEveryUrlOfTheSharedCorpus() throws IOException {
            var corpus = AddressPolicyTest.ATTACK.resolve("ssrf_url.jsonl");
            assumeTrue(
                    Files.exists(corpus), "the shared attack corpus is not beside this checkout");
            NameResolver hostile = host -> List.of(InetAddress.getByName("127.0.0.1"));
            try (var honeypot = new Honeypot("127.0.0.1")) {
                SafeFetch fetch = fetch(hostile);
                for (String line : Files.readAllLines(corpus)) {
                    String url = JsonMapper.shared().readTree(line).get("payload").stringValue();

                    assertThat(fetch.fetch(FetchRequest.of(Purpose.CRAWL, url)))
                            .as(url)
                            .isInstanceOf(Refused.class);
                }
                assertThat(honeypot.visits()).isZero();
            }
        }
    }

    @Nested
    class HostileAnswers {
        @Test
        void redirectsEndAfterFive() {
            site.redirect("/loop", "/loop");

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/loop"))))
                    .isEqualTo(new Refused(FetchProblem.REDIRECT_TOO_OFTEN, ""));
            assertThat(site.asked()).hasSize(6);
        }

        @Test
        void redirectsObeyTheCallersRule() {
            site.redirect("/", "http://127.0.0.2:" + site.port() + "/");

            assertThat(
                            open.fetch(
                                    FetchRequest.of(Purpose.CRAWL, site.url("/"))
                                            .following(to -> to.getHost().equals("127.0.0.1"))))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void anEndlessBodyIsCut() {
            site.on(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(200, 0);
                        try (OutputStream out = exchange.getResponseBody()) {
                            byte[] block = new byte[8192];
                            while (true) {
                                out.write(block);
                            }
                        }
                    });

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/"))))
                    .isEqualTo(new Failed(FetchProblem.TOO_LARGE, "127.0.0.1"));
        }

        @Test
        void aGzipBombIsDefused() throws IOException {
            // Packed beforehand: on a busy machine that alone takes longer than a page may.
            byte[] bomb = packed(new byte[50_000_000]);
            site.on("/", exchange -> sendPacked(exchange, bomb));

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/"))))
                    .isEqualTo(new Failed(FetchProblem.INFLATES_TOO_MUCH, "127.0.0.1"));
        }

        @Test
        void anUnknownEncodingIsNamed() {
            site.on(
                    "/",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Encoding", "rot13");
                        TestSite.send(exchange, 200, "text/html", "uryyb");
                    });

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/"))))
                    .isEqualTo(new Failed(FetchProblem.ENCODING_UNKNOWN, "127.0.0.1"));
        }

        @Test
        void hugeHeadersAreRefused() {
            site.on(
                    "/",
                    exchange -> {
                        for (int i = 0; i < 100; i++) {
                            exchange.getResponseHeaders().add("X-" + i, "y".repeat(1000));
                        }
                        TestSite.send(exchange, 200, "text/html", "x");
                    });

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/"))))
                    .isEqualTo(new Failed(FetchProblem.HEADERS_TOO_LARGE, "127.0.0.1"));
        }

        @Test
        void aDripOfBytesEndsAtTheDeadline() throws IOException {
            try (var slow = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
                Thread.ofVirtual().start(() -> drip(slow));
                long start = System.nanoTime();

                var fetched =
                        open.fetch(
                                FetchRequest.of(
                                        Purpose.CRAWL,
                                        "http://127.0.0.1:" + slow.getLocalPort() + "/"));

                assertThat(fetched).isEqualTo(new Failed(FetchProblem.TIMED_OUT, "127.0.0.1"));
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(6));
            }
        }

        @Test
        void aClosedPortIsSaidToBeClosed() {
            site.close();

            assertThat(open.fetch(FetchRequest.of(Purpose.CRAWL, site.url("/"))))
                    .isEqualTo(new Failed(FetchProblem.CONNECT_FAILED, "127.0.0.1"));
        }

        private static void drip(ServerSocket server) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write('x');
                    out.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                }
            } catch (IOException done) {
                // the client hung up, which is the point
            }
        }
    }

    private static void gzip(com.sun.net.httpserver.HttpExchange exchange, byte[] body)
            throws IOException {
        sendPacked(exchange, packed(body));
    }

    private static void sendPacked(com.sun.net.httpserver.HttpExchange exchange, byte[] packed)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        TestSite.send(exchange, 200, "text/html", packed);
    }

    private static byte[] packed(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    private static SafeFetch fetch(NameResolver names, String... exceptions) {
        return new SafeFetch(
                new CrawlSettings(
                        Duration.ZERO,
                        SMALL.total(),
                        100,
                        5,
                        java.util.Arrays.stream(exceptions).map(Cidr::of).toList(),
                        "TarosBot/1.0"),
                names,
                SMALL,
                RememberedCalls.anyway());
    }
}
