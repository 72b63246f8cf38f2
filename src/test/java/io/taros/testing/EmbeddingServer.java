package io.taros.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of embeddings on a port of its own, as OpenAI and Mistral document theirs. It knows
 * what belongs together by theme, whatever the words.
 */
public final class EmbeddingServer implements AutoCloseable {
    public static final String KEY = "sk-test-0123456789";

    private static final List<List<String>> THEMES =
            List.of(
                    List.of("refund", "money back", "reimburse", "xyzzy"),
                    List.of("parcel", "delivery", "shipping", "arrive"),
                    List.of("machine", "clean"));

    public record Received(String path, Headers headers, JsonNode body) {
        public List<String> texts() {
            return body.path("input").values().stream().map(JsonNode::asString).toList();
        }
    }

    /** What it does with a request instead of answering it. */
    public interface Mood {
        /** Whether it dealt with it. */
        boolean play(HttpExchange exchange, Received received)
                throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int length = 1024;
    private volatile Mood mood = (_, _) -> false;

    public EmbeddingServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> refuse(exchange, 404));
        server.createContext("/v1/embeddings", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public EmbeddingServer is(Mood next) {
        mood = next;
        return this;
    }

    public EmbeddingServer isWell() {
        return is((_, _) -> false);
    }

    public EmbeddingServer refuses(int status, String... headers) {
        return is((exchange, _) -> {
            refuse(exchange, status, headers);
            return true;
        });
    }

    /** Takes requests and says nothing until the test is over. */
    public EmbeddingServer isSilent() {
        return is((_, _) -> {
            closing.await();
            return true;
        });
    }

    /** How many numbers its vectors have where nobody asks for a number. */
    public EmbeddingServer makes(int numbers) {
        length = numbers;
        return this;
    }

    public static void refuse(HttpExchange exchange, int status, String... headers)
            throws IOException {
        for (var i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        send(exchange, status, "{\"error\":{\"message\":\"secret text repeated\"}}");
    }

    public static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    new Received(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            received.add(request);
            if (!mood.play(exchange, request)) {
                send(exchange, 200, answer(request));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answer(Received request) {
        var numbers = request.body().path("dimensions").asInt(length);
        var data = new ArrayList<Map<String, Object>>();
        for (var text : request.texts()) {
            data.add(
                    Map.of(
                            "object",
                            "embedding",
                            "index",
                            data.size(),
                            "embedding",
                            vector(text, numbers)));
        }
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "id",
                                "e1",
                                "object",
                                "list",
                                "model",
                                request.body().path("model").asString(),
                                "data",
                                data,
                                "usage",
                                Map.of("prompt_tokens", 5, "total_tokens", 5)));
    }

    /** Not of length 1: nobody promises that. */
    private static float[] vector(String text, int numbers) {
        var vector = new float[numbers];
        var words = text.toLowerCase(Locale.ROOT);
        for (var i = 0; i < THEMES.size(); i++) {
            if (THEMES.get(i).stream().anyMatch(words::contains)) {
                vector[i] = 3;
            }
        }
        vector[THEMES.size() + Math.floorMod(text.hashCode(), numbers - THEMES.size())] += 1;
        return vector;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
