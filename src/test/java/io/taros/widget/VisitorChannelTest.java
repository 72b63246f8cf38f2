package io.taros.widget;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a website's widget and the server say to each other. P-06: little is kept of where a chat
 * began; P-11: nobody is known who does not say who they are; P-23: its files may lie anywhere;
 * P-38: less where the browser asks not to be tracked; P-40: whoever holds the session has the
 * chat.
 */
@TarosTest
class VisitorChannelTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SHOP = "https://shop.example";

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());
    private final Bots bots;
    private final VisitorStreams streams;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    @LocalServerPort private int port;

    VisitorChannelTest(
            Bots bots,
            VisitorStreams streams,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.bots = bots;
        this.streams = streams;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    @Nested
    class Origins {
        @Test
        void letsInAListedOriginByItsNameAlone() {
            var bot = bot(acme);

            var answer = start(bot, SHOP);

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
            assertThat(answer.headers().allValues("Vary")).anyMatch(one -> one.contains("Origin"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }

        @Test
        void refusesOriginsThatAreNotListed() {
            var bot = bot(acme);

            for (var origin :
                    List.of(
                            "https://evil.example",
                            "http://shop.example",
                            "https://shop.example.evil.example",
                            "https://shop.example:444",
                            "null")) {
                var answer = start(bot, origin);
                assertThat(answer.statusCode()).as(origin).isEqualTo(403);
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            }
        }

        @Test
        void letsARefusedPageReadWhyButNothingElse() {
            var bot = bot(acme);
            var stranger = "https://evil.example";

            var refused = config(bot.publicKey().value(), stranger);
            var unknown = config("pk_nobody_knows_this_one", stranger);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain(bot.name());
            assertThat(unknown.statusCode()).isEqualTo(404);
            for (var answer : List.of(refused, unknown)) {
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .hasValue(stranger);
                assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                        .isEmpty();
            }
        }

        private HttpResponse<String> config(String publicKey, String origin) {
            return send(
                    HttpRequest.newBuilder(at("/widget/v1/" + publicKey + "/config"))
                            .header("Origin", origin));
        }

        @Test
        void aTokenIsGoodOnTheWebsiteItWasGivenToAlone() {
            var other = "https://other.example";
            var bot =
                    Tenancy.callAs(
                            acme,
                            () ->
                                    bots.add(
                                            BotSettings.named("Robin")
                                                    .withAllowedOrigins(List.of(SHOP, other))));
            var onTheShop = json.readTree(start(bot, SHOP).body());
            var onOurOwn = json.readTree(start(bot, null).body());

            assertThat(says(bot, onTheShop, SHOP)).isEqualTo(202);
            assertThat(says(bot, onTheShop, other)).isEqualTo(404);
            assertThat(says(bot, onTheShop, null)).isEqualTo(404);
            assertThat(says(bot, onOurOwn, null)).isEqualTo(202);
            assertThat(says(bot, onOurOwn, "http://localhost:" + port)).isEqualTo(202);
            assertThat(says(bot, onOurOwn, SHOP)).isEqualTo(404);
        }

        private int says(Bot bot, JsonNode started, String origin) {
            var request =
                    HttpRequest.newBuilder(
                                    at(
                                            "/widget/v1/%s/conversations/%s/messages"
                                                    .formatted(
                                                            bot.publicKey().value(),
                                                            started.path("id").asString())))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + started.path("token").asString())
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"text\":\"Hello\",\"clientId\":\"c-1\"}"));
            if (origin != null) {
                request.header("Origin", origin);
            }
            return send(request).statusCode();
        }

        @Test
        void letsInThisInstallationItselfAndCallersWithoutAnOrigin() {
            var bot = bot(acme);

            assertThat(start(bot, "http://localhost:" + port).statusCode()).isEqualTo(201);
            assertThat(start(bot, null).statusCode()).isEqualTo(201);
        }

        @Test
        void answersTheBrowsersQuestionBeforehand() {
            var bot = bot(acme);

            var welcome = preflight(bot, SHOP);
            var refused = preflight(bot, "https://evil.example");

            assertThat(welcome.statusCode()).isEqualTo(204);
            assertThat(welcome.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
            assertThat(welcome.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                    .contains("Authorization", "Content-Type", "Last-Event-ID");
            assertThat(welcome.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                    .contains("DELETE");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }

        private HttpResponse<String> preflight(Bot bot, String origin) {
            return send(
                    HttpRequest.newBuilder(
                                    at("/widget/v1/" + bot.publicKey().value() + "/conversations"))
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .header("Origin", origin)
                            .header("Access-Control-Request-Method", "POST")
                            .header(
                                    "Access-Control-Request-Headers",
                                    "authorization,content-type"));
        }
    }

    @Nested
    class Ownership {
        @Test
        void answersAlikeToWhateverDoesNotFitTogether() {
            var bot = bot(acme);
            var sibling = bot(acme);
            var foreign = bot(globex);
            var mine = visitor(bot);
            var theirs = visitor(foreign);

            var answers =
                    List.of(
                            export(bot, mine.id(), null),
                            export(bot, mine.id(), "wrong"),
                            export(bot, mine.id(), theirs.token()),
                            export(bot, UUID.randomUUID().toString(), mine.token()),
                            export(bot, "no-uuid", mine.token()),
                            export(sibling, mine.id(), mine.token()),
                            export(foreign, mine.id(), mine.token()),
                            export(bot, theirs.id(), theirs.token()));

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(404);
            // The address that was asked for is repeated, and nothing else may differ.
            assertThat(answers)
                    .extracting(answer -> answer.body().replaceAll("\"instance\":\"[^\"]*\",", ""))
                    .hasSize(8)
                    .containsOnly(
                            answers.getFirst().body().replaceAll("\"instance\":\"[^\"]*\",", ""));
            assertThat(export(bot, mine.id(), mine.token()).statusCode()).isEqualTo(200);
        }

        @Test
        void knowsNoBotByAMadeUpKey() {
            var made = io.taros.bot.PublicKey.parse(bot(acme).publicKey().value()).orElseThrow();
            var key = made.value().substring(0, made.value().length() - 2) + "xx";

            assertThat(
                            send(HttpRequest.newBuilder(at("/widget/v1/" + key + "/config")))
                                    .statusCode())
                    .isEqualTo(404);
            assertThat(send(HttpRequest.newBuilder(at("/widget/v1/pk_x/config"))).statusCode())
                    .isEqualTo(404);
        }

        private HttpResponse<String> export(Bot bot, String conversation, String token) {
            var request =
                    HttpRequest.newBuilder(
                            at(
                                    "/widget/v1/%s/conversations/%s/export"
                                            .formatted(bot.publicKey().value(), conversation)));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return send(request);
        }
    }

    @Nested
    class Streams {
        @Test
        void resumesWithoutGapOrDoubleHoweverOftenTheLineIsCut() {
            var visitor = visitor(bot(acme));
            var random = new Random(4711);
            var last = "0";
            var pieces = new ArrayList<Visitor.Event>();
            for (var number = 0; number < 12; number++) {
                visitor.say("Hello " + number, "c-" + number);
                var wanted = 1 + random.nextInt(5);
                try (var line = visitor.listenAfter(last)) {
                    var read = new ArrayList<Visitor.Event>();
                    line.until(event -> {
                        read.add(event);
                        return read.size() == wanted;
                    });
                    pieces.addAll(read);
                }
                last = pieces.getLast().id();
            }
            try (var line = visitor.listenAfter(last)) {
                var done = countDone(pieces);
                var more = new ArrayList<Visitor.Event>();
                if (done < 12) {
                    line.until(event -> {
                        more.add(event);
                        return done + countDone(more) == 12;
                    });
                }
                pieces.addAll(more);
            }

            List<Visitor.Event> whole;
            try (var line = visitor.listenAfter("0")) {
                whole = new ArrayList<>();
                line.until(event -> {
                    whole.add(event);
                    return countDone(whole) == 12;
                });
            }
            assertThat(pieces).isEqualTo(whole);
            assertThat(pieces).extracting(Visitor.Event::id).doesNotHaveDuplicates();
        }

        @Test
        void endsTheTurnAfterItsOneReply() {
            var visitor = visitor(bot(acme));

            try (var line = visitor.listen()) {
                var message = visitor.say("Hello", "c-1");
                var events = line.until(event -> event.name().equals("done"));

                var names = events.stream().map(Visitor.Event::name).toList();
                assertThat(names).startsWith("message").endsWith("message", "done");
                assertThat(names).contains("delta", "score");
                assertThat(events.getLast().data().path("turn").asString()).isEqualTo(message);
                var reply = events.get(events.size() - 2).data();
                assertThat(reply.path("ai").asBoolean()).isTrue();
                assertThat(reply.path("outcome").asString()).isEqualTo("answered");
                assertThat(reply.path("text").asString())
                        .isEqualTo(
                                events.stream()
                                        .filter(event -> event.name().equals("delta"))
                                        .map(event -> event.data().path("text").asString())
                                        .reduce("", String::concat));
            }
        }

        @Test
        void keepsTheNewestLinesOfAConversationAndForgetsThoseThatLeft() {
            var visitor = visitor(bot(acme));
            var lines =
                    IntStream.range(0, VisitorStreams.PER_CONVERSATION + 3)
                            .mapToObj(number -> visitor.listen())
                            .toList();
            eventually(() ->
                    assertThat(openLines()).isLessThanOrEqualTo(VisitorStreams.PER_CONVERSATION));

            lines.forEach(Visitor.Line::close);

            eventually(() -> assertThat(openLines()).isZero());
        }

        @Test
        void endsWhenTheConversationIsDeleted() {
            var visitor = visitor(bot(acme));
            try (var line = visitor.listen()) {
                assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);
                eventually(() -> assertThat(openLines()).isZero());
                assertThat(line.status()).isEqualTo(200);
            }
            try (var line = visitor.listen()) {
                assertThat(line.status()).isEqualTo(404);
            }
        }

        /** Without those whose other end is gone, which only writing to them finds out. */
        private int openLines() {
            streams.beat();
            return streams.size();
        }

        private long countDone(List<Visitor.Event> events) {
            return events.stream().filter(event -> event.name().equals("done")).count();
        }
    }

    @Nested
    class Limits {
        @Test
        void saysWhenToComeBack() {
            var visitor = visitor(bot(acme));
            // With people nothing is answered meanwhile, and so nothing is taken for a flood.
            visitor.call("POST", "/handover", "{}");

            var answers =
                    IntStream.range(0, 25)
                            .mapToObj(number -> visitor.post("Hello " + number, "c-" + number))
                            .toList();

            var refused =
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 429)
                            .findFirst()
                            .orElseThrow();
            assertThat(answers.subList(0, 20))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(202);
            assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
                    .isPositive();
        }

        @Test
        void countsAMessageOnceHoweverOftenItIsSent() {
            var visitor = visitor(bot(acme));

            var answers =
                    IntStream.range(0, 50)
                            .mapToObj(number -> visitor.post("Hello", "the-same"))
                            .toList();

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.getFirst().body());
        }

        @Test
        void refusesWhatIsEmptyNamelessOrTooLongWithOneSentence() {
            var visitor = visitor(bot(acme));

            assertThat(detail(visitor.post(" ", "c-1"), 422)).isEqualTo("Write a message first.");
            assertThat(detail(visitor.post("x".repeat(4_001), "c-1"), 422))
                    .isEqualTo("A message has at most 4,000 characters; yours has 4,001.");
            assertThat(detail(visitor.post("Hello", ""), 422)).startsWith("Name the message");
            assertThat(detail(visitor.post("x".repeat(100_000), "c-1"), 413))
                    .isEqualTo("A request takes at most 64 kB, and says how long it is.");
            assertThat(visitor.call("POST", "/messages", "[1").statusCode()).isEqualTo(400);
            assertThat(visitor.post("x".repeat(4_000), "c-1").statusCode()).isEqualTo(202);
        }

        private String detail(HttpResponse<String> answer, int status) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return json.readTree(answer.body()).path("detail").asString();
        }
    }

    @Nested
    class Rights {
        @Test
        void exportsEverythingAndDeletesItForGood() {
            var visitor = visitor(bot(acme));
            var message = visitor.say("Hello", "c-1");
            var reply = visitor.replyTo(message).data().path("id").asString();
            assertThat(
                            visitor.call(
                                            "POST",
                                            "/rating",
                                            "{\"messageId\":\"%s\",\"rating\":\"up\"}"
                                                    .formatted(reply))
                                    .statusCode())
                    .isEqualTo(204);
            assertThat(
                            visitor.call(
                                            "POST",
                                            "/lead",
                                            "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}")
                                    .statusCode())
                    .isEqualTo(201);

            var export = visitor.call("GET", "/export", "");

            assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            var chat = json.readTree(export.body());
            assertThat(chat.path("conversation").path("speaks").asString()).isEqualTo("en");
            assertThat(chat.path("messages").size()).isEqualTo(2);
            assertThat(chat.path("messages").path(1).path("ai").asBoolean()).isTrue();
            assertThat(chat.path("ratings").path(0).path("score").asInt()).isEqualTo(5);
            assertThat(chat.path("contactDetails").path(0).path("email").asString())
                    .isEqualTo("ada@example.com");

            assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);
            assertThat(visitor.call("GET", "/export", "").statusCode()).isEqualTo(404);
            for (var table :
                    List.of("conversation", "message", "turn", "stream_event", "rating", "lead")) {
                assertThat(count(table)).as(table).isZero();
            }
        }

        @Test
        void keepsNoQueryNoAddressAndNoVersionOfWhereAChatBegan() {
            var bot = bot(acme);
            var body =
                    "{\"page\":\"https://shop.example/cart?token=secret#top\",\"language\":\"da-DK\",\"timeZone\":\"Europe/Copenhagen\"}";

            post(bot, body, "Mozilla/5.0 (iPhone; Mobile) Version/26.0 Safari/605.1", null);

            assertThat(row()).isEqualTo("sealed|Safari|phone|Europe/Copenhagen|da");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Sec-GPC", "DNT"})
        void keepsLessOfWhoeverAsksNotToBeTracked(String header) {
            var bot = bot(acme);

            post(
                    bot,
                    "{\"page\":\"https://shop.example/shoes\",\"timeZone\":\"Europe/Copenhagen\"}",
                    "Mozilla/5.0 Firefox/150.0",
                    header);

            assertThat(row()).isEqualTo("||||en");
        }

        @Test
        void asksForAWayToAnswer() {
            var visitor = visitor(bot(acme));

            assertThat(visitor.call("POST", "/lead", "{\"name\":\"Ada\"}").statusCode())
                    .isEqualTo(422);
            assertThat(visitor.call("POST", "/lead", "{\"email\":\"nowhere\"}").statusCode())
                    .isEqualTo(422);
            assertThat(visitor.call("POST", "/rating", "{\"rating\":\"meh\"}").statusCode())
                    .isEqualTo(422);
            assertThat(
                            visitor.call(
                                            "POST",
                                            "/rating",
                                            "{\"messageId\":\"%s\",\"rating\":\"up\"}"
                                                    .formatted(UUID.randomUUID()))
                                    .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void handsOverAndTellsTheVisitor() {
            var visitor = visitor(bot(acme));

            var answer = visitor.call("POST", "/handover", "{}");

            assertThat(json.readTree(answer.body()).path("state").asString()).isEqualTo("waiting");
            try (var line = visitor.listen()) {
                var event = line.until(one -> one.name().equals("handover")).getLast();
                assertThat(event.data().path("reason").asString()).isEqualTo("visitor_asked");
                assertThat(event.data().path("text").asString()).isNotBlank();
            }
        }

        private void post(Bot bot, String body, String agent, String privacyHeader) {
            var request =
                    HttpRequest.newBuilder(
                                    at(
                                            "/widget/v1/%s/conversations"
                                                    .formatted(bot.publicKey().value())))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .header("User-Agent", agent);
            if (privacyHeader != null) {
                request.header(privacyHeader, "1");
            }
            assertThat(send(request).statusCode()).isEqualTo(201);
        }

        private String row() {
            return Tenancy.callAs(
                    acme,
                    () ->
                            transactions.execute(status ->
                                    jdbc.sql(
                                                    """
                                                    select concat(case when sealed_page is null then '' else 'sealed' end, '|', browser, '|', device, '|', time_zone, '|', language)
                                                    from conversation
                                                    """)
                                            .query(String.class)
                                            .single()));
        }
    }

    @Test
    void putsNoWordOfAVisitorAndNoTokenIntoTheLog() {
        var captured = new Captured();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var ours = (Logger) LoggerFactory.getLogger("io.taros");
        var level = ours.getLevel();
        captured.setContext(root.getLoggerContext());
        captured.start();
        root.addAppender(captured);
        ours.setLevel(Level.TRACE);
        try {
            var visitor = visitor(bot(acme));
            var message = visitor.say("canary-4711 is my order number", "c-1");
            visitor.replyTo(message);
            visitor.post("canary-4711" + "x".repeat(5_000), "c-2");
            visitor.call("POST", "/messages", "{\"text\":\"canary-4711\",\"clientId\":[]}");
            visitor.call("POST", "/lead", "{\"email\":\"canary-4711@example.com\"}");
            visitor.call("POST", "/rating", "{\"score\":\"canary-4711\"}");
            visitor.call("DELETE", "", "");

            assertThat(captured.lines())
                    .noneMatch(line -> line.contains("canary-4711"))
                    .noneMatch(line -> line.contains(visitor.token()))
                    .noneMatch(line -> line.contains("127.0.0.1"));
        } finally {
            ours.setLevel(level);
            root.detachAppender(captured);
        }
    }

    @Test
    void tellsTheWidgetHowToShowTheBot() {
        var answer =
                send(
                        HttpRequest.newBuilder(
                                at(
                                        "/widget/v1/%s/config"
                                                .formatted(bot(acme).publicKey().value()))));

        var config = json.readTree(answer.body());
        assertThat(config.path("name").asString()).isEqualTo("Robin");
        assertThat(config.path("position").asString()).isEqualTo("right");
        assertThat(config.path("theme").asString()).isEqualTo("auto");
        assertThat(config.path("showReliability").asBoolean()).isTrue();
    }

    @Test
    void showsTheChatAsAPageThatOnlyListedSitesMayFrame() {
        var bot = bot(acme);

        var answer = send(HttpRequest.newBuilder(at("/chat/" + bot.publicKey().value())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<taros-chat", bot.publicKey().value());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'self'", SHOP)
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(send(HttpRequest.newBuilder(at("/chat/pk_nobody"))).statusCode()).isEqualTo(404);
    }

    @Test
    void servesTheScriptToAnyWebsiteAndByHash() {
        var script = send(HttpRequest.newBuilder(at("/widget.js")));
        var tag = script.headers().firstValue("ETag").orElseThrow();
        var again = send(HttpRequest.newBuilder(at("/widget.js")).header("If-None-Match", tag));

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/javascript");
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("cross-origin");
        assertThat(again.statusCode()).isEqualTo(304);
        for (var part : List.of("/widget/chat.js", "/widget/chat.css")) {
            assertThat(send(HttpRequest.newBuilder(at(part))).statusCode()).as(part).isEqualTo(200);
        }
        assertThat(send(HttpRequest.newBuilder(at("/widget/nothing.js"))).statusCode())
                .isEqualTo(404);
    }

    private Bot bot(OrganizationId organization) {
        return Tenancy.callAs(
                organization,
                () -> bots.add(BotSettings.named("Robin").withAllowedOrigins(List.of(SHOP))));
    }

    private Visitor visitor(Bot bot) {
        return Visitor.start(at("/"), bot.publicKey().value());
    }

    private HttpResponse<String> start(Bot bot, String origin) {
        var request =
                HttpRequest.newBuilder(
                                at(
                                        "/widget/v1/%s/conversations"
                                                .formatted(bot.publicKey().value())))
                        .POST(HttpRequest.BodyPublishers.noBody());
        if (origin != null) {
            request.header("Origin", origin);
        }
        return send(request);
    }

    private long count(String table) {
        return Tenancy.callAs(
                acme,
                () ->
                        transactions.execute(status ->
                                jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single()));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Captured extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        protected void append(ILoggingEvent event) {
            var failure =
                    event.getThrowableProxy() == null
                            ? ""
                            : ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(
                                    event.getThrowableProxy());
            lines.add(event.getFormattedMessage() + failure);
        }
    }
}
