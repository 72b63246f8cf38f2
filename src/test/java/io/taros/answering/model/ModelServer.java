package io.taros.answering.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A provider on a port of its own: answers with the scripts it is given, in order, and remembers
 * what it was sent.
 */
public final class ModelServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Script> scripts = new ArrayDeque<>();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private volatile RuntimeException failure;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What the server does with one request. */
    public interface Script {
        void play(HttpExchange exchange, CountDownLatch closing)
                throws IOException, InterruptedException;
    }

    public record Received(String path, com.sun.net.httpserver.Headers headers, String body) {}

    public ModelServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    public ModelServer plays(Script... more) {
        scripts.addAll(List.of(more));
        return this;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Ready for the next scene. */
    public void forget() {
        synchronized (scripts) {
            scripts.clear();
        }
        received.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(
                    new Received(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            body));
            Script script;
            synchronized (scripts) {
                script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
            }
            if (script == null) {
                throw new IllegalStateException("Nothing to play");
            }
            script.play(exchange, closing);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whole frames, then a proper end. */
    public static Script stream(List<String> frames) {
        return (exchange, closing) -> {
            open(exchange);
            for (var frame : frames) {
                send(exchange, frame);
            }
        };
    }

    /** Some frames, then the connection is torn down in the middle of a chunk. */
    public static Script cutAfter(List<String> frames, int count) {
        return (exchange, closing) -> {
            open(exchange);
            for (var frame : frames.subList(0, count)) {
                send(exchange, frame);
            }
        };
    }

    /** Some frames, and the rest when the test says so. */
    public static Script pausingAfter(List<String> frames, int count, CountDownLatch goesOn) {
        return (exchange, closing) -> {
            open(exchange);
            for (var frame : frames.subList(0, count)) {
                send(exchange, frame);
            }
            goesOn.await();
            for (var frame : frames.subList(count, frames.size())) {
                send(exchange, frame);
            }
        };
    }

    public static Script status(int status, String... headers) {
        return (exchange, closing) -> {
            for (var i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            var body = "{\"error\":{\"message\":\"no\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Headers and perhaps some frames at once, and then nothing until the test is over. */
    public static Script silentAfter(List<String> frames, int count) {
        return (exchange, closing) -> {
            open(exchange);
            for (var frame : frames.subList(0, count)) {
                send(exchange, frame);
            }
            closing.await();
        };
    }

    private static void open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void send(HttpExchange exchange, String frame) throws IOException {
        exchange.getResponseBody().write(frame.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    /** A script that broke is the test's own fault and must not look like the provider's. */
    @Override
    public void close() {
        if (failure != null) {
            throw new IllegalStateException("A script failed", failure);
        }
        closing.countDown();
        server.stop(0);
    }
}
