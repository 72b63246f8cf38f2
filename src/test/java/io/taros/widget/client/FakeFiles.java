package io.taros.widget.client;

import com.sun.net.httpserver.HttpExchange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of conversations: taken but for empty ones, named in messages, given back. */
final class FakeFiles {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private final Map<String, Map<String, Object>> taken = new ConcurrentHashMap<>();

    void answer(HttpExchange exchange, String id, String body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> take(exchange, body);
            case "GET" -> send(exchange, 200, picture());
            default -> {
                taken.remove(id);
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    /** What a message names, as it is told to everybody. */
    List<Map<String, Object>> sent(JsonNode ids) {
        return ids.valueStream().map(id -> taken.get(id.asString())).toList();
    }

    private void take(HttpExchange exchange, String body) throws IOException {
        var name = NAME.matcher(body);
        if (!name.find() || body.contains("EMPTY")) {
            send(exchange, 422, json(Map.of("detail", "This file is empty. Choose another one.")));
            return;
        }
        var id = UUID.randomUUID().toString();
        var file =
                name.group(1).endsWith(".png")
                        ? Map.<String, Object>of(
                                "id",
                                id,
                                "name",
                                name.group(1),
                                "size",
                                512,
                                "width",
                                8,
                                "height",
                                4)
                        : Map.<String, Object>of("id", id, "name", name.group(1), "size", 4_096);
        taken.put(id, file);
        send(exchange, 201, json(file));
    }

    private static byte[] json(Map<String, ?> data) {
        return JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
