package io.taros.widget.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Somebody else's website, on an origin of its own, with whatever it has in its head, body and
 * policy.
 */
final class HostPage implements AutoCloseable {
    private final HttpServer server;
    private volatile String head = "<title>Shop</title>";
    private volatile String body = "<main><h1>Glass from the fjord</h1></main>";
    private volatile String policy = "";

    HostPage() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var page =
                                "<!doctype html><html lang=en><head><meta charset=utf-8><meta"
                                        + " name=viewport content='width=device-width,initial-scale=1'>"
                                        + "<link rel=icon href='data:,'>%s</head><body>%s</body></html>"
                                                .formatted(head, body);
                        var bytes = page.getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders()
                                .set("Content-Type", "text/html; charset=utf-8");
                        if (!policy.isEmpty()) {
                            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                        }
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
    }

    static String snippet(FakeInstallation installation) {
        return "<script async src='%s/widget.js' data-bot='%s'></script>"
                .formatted(installation.origin(), FakeInstallation.BOT);
    }

    HostPage head(String html) {
        head = "<title>Shop</title>" + html;
        return this;
    }

    HostPage body(String html) {
        body = "<main><h1>Glass from the fjord</h1></main>" + html;
        return this;
    }

    HostPage policy(String header) {
        policy = header;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
