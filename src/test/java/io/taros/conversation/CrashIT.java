package io.taros.conversation;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.taros.testing.Browser;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server, killed while a model is writing. */
class CrashIT {
    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final JsonMapper json = new JsonMapper();
    private final HangingModel model = new HangingModel();

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void everyAcknowledgedMessageGetsItsOneReplyAfterAKillInTheMiddle() throws Exception {
        var apiKey = RunningTaros.setUp(data);
        Visitor visitor;
        List<String> messages;
        try (var first = start()) {
            var key = teach(first, apiKey);
            visitor = Visitor.start(URI.create(first.url()), key);
            messages =
                    List.of(
                            visitor.say("How long does delivery of a parcel take?", "c-1"),
                            visitor.say("What does express delivery cost?", "c-2"));
            assertThat(model.isAsked.await(60, TimeUnit.SECONDS)).isTrue();

            first.kill();
        }
        model.release();

        try (var second = start()) {
            var after = visitor.at(URI.create(second.url()));
            for (var message : messages) {
                assertThat(after.replyTo(message).data().path("text").asString()).isNotBlank();
            }
            assertThat(after.say("Hello", "c-3")).isNotBlank();
            var all = everything(after);
            assertThat(all.stream().filter(Visitor.Event::isReply))
                    .extracting(event -> event.data().path("turn").asString())
                    .startsWith(messages.toArray(String[]::new))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(after.say("How long does delivery of a parcel take?", "c-1"))
                    .as("sent again, it is the same message")
                    .isEqualTo(messages.getFirst());
        }
    }

    private List<Visitor.Event> everything(Visitor visitor) {
        var read = new ArrayList<Visitor.Event>();
        try (var line = visitor.listenAfter("0")) {
            line.until(event -> {
                read.add(event);
                return read.stream().filter(one -> one.name().equals("done")).count() == 3;
            });
        }
        return read;
    }

    private RunningTaros start() {
        return RunningTaros.start(data, "--taros.models.compatible.base-url=" + model.url());
    }

    /** A bot that knows something; returns its public key. */
    private String teach(RunningTaros taros, String apiKey) {
        var browser = new Browser(taros.url());
        var bot =
                json.readTree(
                        browser.rest(
                                        "POST",
                                        "/api/v1/bots",
                                        apiKey,
                                        "{\"name\":\"Robin\",\"provider\":\"compatible\",\"threshold\":0.1}")
                                .body());
        var source =
                json.readTree(
                        browser.rest(
                                        "POST",
                                        "/api/v1/bots/%s/sources"
                                                .formatted(bot.path("id").asString()),
                                        apiKey,
                                        """
                                        {"type": "text", "title": "Delivery", "text": "Delivery of a parcel takes two working days. \
                                        Express delivery costs 9 euros and arrives the next day."}
                                        """)
                                .body());
        eventually(() ->
                assertThat(
                                browser.rest(
                                                "GET",
                                                "/api/v1/sources/" + source.path("id").asString(),
                                                apiKey,
                                                "")
                                        .body())
                        .contains("\"ready\""));
        return bot.path("publicKey").asString();
    }

    /**
     * Speaks OpenAI's streaming protocol: begins a sentence and falls silent, until it is released.
     */
    private static final class HangingModel {
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private final CountDownLatch isReleased = new CountDownLatch(1);
        private final HttpServer server;

        HangingModel() {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::write);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        }

        void release() {
            isReleased.countDown();
        }

        void close() {
            release();
            server.stop(0);
        }

        private void write(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(piece("Delivery of a parcel takes two working days [1]. "));
                body.flush();
                isAsked.countDown();
                isReleased.await();
                body.write(piece("Express delivery costs 9 euros [1]."));
                body.write(
                        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
                                .getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static byte[] piece(String text) {
            return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n"
                    .formatted(text)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
