package io.taros.notification;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's chat or system, on a port. */
final class Receiver implements AutoCloseable {
    record Got(String path, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        String type() {
            return json().path("type").asString();
        }

        String header(String name) {
            return headers.get(name).getFirst();
        }

        boolean isSignedWith(String secret) {
            var before = header("Webhook-id") + "." + header("Webhook-timestamp") + ".";
            var signature =
                    Payload.signature(secret, before, body.getBytes(StandardCharsets.UTF_8));
            return List.of(header("Webhook-signature").split(" ")).contains("v1," + signature);
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Got> status = one -> 200;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    var one =
                            new Got(
                                    exchange.getRequestURI().getPath(),
                                    Map.copyOf(exchange.getRequestHeaders()),
                                    body);
                    got.add(one);
                    exchange.sendResponseHeaders(status.applyAsInt(one), -1);
                    exchange.close();
                });
        server.start();
    }

    void answer(ToIntFunction<Got> with) {
        status = with;
    }

    /** Takes longer than anybody waits. */
    static int never() {
        LockSupport.parkNanos(java.time.Duration.ofSeconds(60).toNanos());
        return 200;
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    List<Got> got(String path) {
        return got.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
