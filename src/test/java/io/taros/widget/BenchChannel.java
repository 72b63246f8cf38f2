package io.taros.widget;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The visitor channel of one bot as widgets call it, each from an address of its own. */
final class BenchChannel {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI channel;

    BenchChannel(String url, String key) {
        channel = URI.create(url + "/widget/v1/" + key + "/");
    }

    record Visitor(String id, String token, String address) {}

    URI eventsOf(Visitor visitor) {
        return channel.resolve("conversations/" + visitor.id() + "/events");
    }

    Visitor arrive(int number) throws IOException, InterruptedException {
        var address = "10.%d.%d.%d".formatted(number >> 16, (number >> 8) & 255, number & 255);
        var request =
                HttpRequest.newBuilder(channel.resolve("conversations"))
                        .header("X-Forwarded-For", address)
                        .POST(BodyPublishers.noBody())
                        .build();
        var started = json.readTree(http.send(request, BodyHandlers.ofString()).body());
        return new Visitor(
                started.path("id").asString(), started.path("token").asString(), address);
    }

    /** What comes on an open line, as data of one event each. */
    Stream<String> listen(Visitor visitor) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(eventsOf(visitor))
                        .header("X-Forwarded-For", visitor.address())
                        .header("Authorization", "Bearer " + visitor.token())
                        .build();
        return http.send(request, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5));
    }

    /** The message's id once it is acknowledged; empty where it is refused. */
    Optional<String> say(Visitor visitor, String text, String clientId)
            throws IOException, InterruptedException {
        var body = json.writeValueAsString(Map.of("text", text, "clientId", clientId));
        var request =
                HttpRequest.newBuilder(
                                channel.resolve("conversations/" + visitor.id() + "/messages"))
                        .header("X-Forwarded-For", visitor.address())
                        .header("Authorization", "Bearer " + visitor.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 202) {
            return Optional.of(json.readTree(answer.body()).path("id").asString());
        }
        System.out.printf("Refused: %d %s%n", answer.statusCode(), answer.body());
        return Optional.empty();
    }

    void close() {
        http.shutdownNow();
    }
}
