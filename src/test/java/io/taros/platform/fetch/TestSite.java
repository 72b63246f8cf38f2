package io.taros.platform.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A website on the loopback interface that serves what a test tells it to and remembers what it was
 * asked.
 */
public final class TestSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Answer otherwise = exchange -> send(exchange, 404, "text/html", "<p>Not here");

    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public TestSite() {
        this("127.0.0.1");
    }

    public TestSite(String address) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://" + server.getAddress().getHostString() + ":" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public TestSite html(String path, String body) {
        return on(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", body));
    }

    public TestSite text(String path, String type, String body) {
        return on(path, exchange -> send(exchange, 200, type, body));
    }

    public TestSite bytes(String path, String type, byte[] body) {
        return on(path, exchange -> send(exchange, 200, type, body));
    }

    public TestSite status(String path, int status) {
        return on(path, exchange -> send(exchange, status, "text/plain", ""));
    }

    public TestSite redirect(String path, String target) {
        return on(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", target);
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
    }

    public TestSite on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public TestSite otherwise(Answer answer) {
        otherwise = answer;
        return this;
    }

    /** Paths with query, in the order of arrival. */
    public List<String> asked() {
        return asked;
    }

    public static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        answers.getOrDefault(exchange.getRequestURI().toString(), otherwise).to(exchange);
    }
}
