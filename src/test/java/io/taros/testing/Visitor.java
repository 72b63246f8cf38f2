package io.taros.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor of a website with the widget, at the level of HTTP. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http;
    private final URI channel;
    private final String id;
    private final String token;

    private Visitor(HttpClient http, URI channel, String id, String token) {
        this.http = http;
        this.channel = channel;
        this.id = id;
        this.token = token;
    }

    /** One thing that happened, as the stream told it. */
    public record Event(String id, String name, JsonNode data) {
        public boolean isReply() {
            return name.equals("message") && data.path("role").asString("").equals("bot");
        }
    }

    /** Begins a conversation with the bot of this public key. */
    public static Visitor start(URI installation, String publicKey) {
        return start(installation, publicKey, Map.of());
    }

    /**
     * @param about what the widget says about the visitor and itself
     */
    public static Visitor start(URI installation, String publicKey, Map<String, String> about) {
        return start(HTTP, installation, publicKey, about);
    }

    /**
     * One of many who come at the same time, each from somewhere else.
     *
     * @param from one of the addresses of this machine
     */
    public static Visitor startFrom(InetAddress from, URI installation, String publicKey) {
        var http = HttpClient.newBuilder().localAddress(from).build();
        return start(http, installation, publicKey, Map.of());
    }

    private static Visitor start(
            HttpClient http, URI installation, String publicKey, Map<String, String> about) {
        var channel = installation.resolve("/widget/v1/" + publicKey + "/");
        var answer =
                send(
                        http,
                        channel.resolve("conversations"),
                        "POST",
                        JSON.writeValueAsString(about),
                        Map.of());
        if (answer.statusCode() != 201) {
            throw new AssertionError("No conversation: " + answer.statusCode() + answer.body());
        }
        var started = JSON.readTree(answer.body());
        return new Visitor(
                http, channel, started.path("id").asString(), started.path("token").asString());
    }

    /** What the widget is told about the bot. */
    public static String config(URI installation, String publicKey) {
        var channel = installation.resolve("/widget/v1/" + publicKey + "/");
        return send(HTTP, channel.resolve("config"), "GET", "", Map.of()).body();
    }

    public String id() {
        return id;
    }

    public String token() {
        return token;
    }

    /** The same conversation on an installation that moved, for example by a restart. */
    public Visitor at(URI installation) {
        return new Visitor(http, installation.resolve(channel.getPath()), id, token);
    }

    public HttpResponse<String> post(String text, String clientId) {
        var body = JSON.writeValueAsString(Map.of("text", text, "clientId", clientId));
        return call("POST", "/messages", body);
    }

    /** Brings a file that is to go with a message. */
    public HttpResponse<String> attach(String name, byte[] content) {
        var request =
                HttpRequest.newBuilder(channel.resolve("conversations/" + id + "/attachments"))
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                "multipart/form-data; boundary=" + RestCaller.BOUNDARY)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        RestCaller.part(name, content)));
        return sent(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Brings one, and expects it to be taken; returns its id. */
    public String attached(String name, byte[] content) {
        var answer = attach(name, content);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asString();
    }

    /** Says something with files that were brought before. */
    public HttpResponse<String> post(String text, String clientId, List<String> attachments) {
        var said = Map.of("text", text, "clientId", clientId, "attachments", attachments);
        return call("POST", "/messages", JSON.writeValueAsString(said));
    }

    public HttpResponse<byte[]> download(String attachment) {
        var request =
                HttpRequest.newBuilder(
                                channel.resolve(
                                        "conversations/" + id + "/attachments/" + attachment))
                        .header("Authorization", "Bearer " + token);
        return sent(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> sent(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.timeout(PATIENCE).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts and expects it to be acknowledged; returns the message's id. */
    public String say(String text, String clientId) {
        var answer = post(text, clientId);
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asString();
    }

    /**
     * @param path below the conversation; empty for the conversation itself
     */
    public HttpResponse<String> call(String method, String path, String body) {
        return send(
                http,
                channel.resolve("conversations/" + id + path),
                method,
                body,
                Map.of("Authorization", "Bearer " + token));
    }

    public Line listen() {
        return new Line(open(null));
    }

    public Line listenAfter(String lastEventId) {
        return new Line(open(lastEventId));
    }

    /** Listens from the beginning until the reply to a message is there. */
    public Event replyTo(String messageId) {
        try (var line = listen()) {
            return line.until(event ->
                            event.isReply()
                                    && event.data().path("turn").asString("").equals(messageId))
                    .getLast();
        }
    }

    private HttpResponse<java.io.InputStream> open(String lastEventId) {
        var request =
                HttpRequest.newBuilder(channel.resolve("conversations/" + id + "/events"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(
            HttpClient http, URI at, String method, String body, Map<String, String> headers) {
        var content =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(at).method(method, content).timeout(PATIENCE);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An open event stream. */
    public static final class Line implements AutoCloseable {
        private final HttpResponse<java.io.InputStream> response;
        private final BufferedReader reader;

        private Line(HttpResponse<java.io.InputStream> response) {
            this.response = response;
            reader =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        public int status() {
            return response.statusCode();
        }

        /** Reads to the first event that fits, and returns everything read. */
        public List<Event> until(Predicate<Event> isLast) {
            var watch =
                    CompletableFuture.runAsync(
                            this::close,
                            CompletableFuture.delayedExecutor(
                                    PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            var events = new ArrayList<Event>();
            try {
                for (var event = next(); event != null; event = next()) {
                    events.add(event);
                    if (isLast.test(event)) {
                        return events;
                    }
                }
                throw new AssertionError("The stream ended after " + events);
            } catch (IOException e) {
                throw new AssertionError("The stream broke after " + events, e);
            } finally {
                watch.cancel(false);
            }
        }

        private Event next() throws IOException {
            var id = "";
            var name = "";
            var data = new StringBuilder();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(id, name, JSON.readTree(data.toString()));
                }
            }
            return null;
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException e) {
                // Closed is closed.
            }
        }
    }
}
