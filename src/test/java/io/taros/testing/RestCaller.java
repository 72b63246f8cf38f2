package io.taros.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the REST interface of an installation with an API key. */
public final class RestCaller {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String BOUNDARY = "----taros";

    private final String api;
    private final String key;

    /** An answer; errors have a body like everything else. */
    public record Answer(int status, String text, HttpResponse<byte[]> response) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String at(String field) {
            return json().path(field).asString("");
        }

        /** The one sentence of an error that carries this status. */
        public String refusal(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            var problem = json();
            assertThat(problem.path("status").asInt()).isEqualTo(expected);
            assertThat(problem.path("title").asString("")).isNotBlank();
            assertThat(problem.path("type").asString("")).startsWith("https://");
            var detail = problem.path("detail").asString("");
            assertThat(detail).matches("(?s)\\p{Lu}.*\\.").doesNotContain("Exception", "io.taros");
            return detail;
        }
    }

    public RestCaller(String installation, String key) {
        api = installation + "/api/v1";
        this.key = key;
    }

    public Answer get(String path) {
        return call("GET", path, "");
    }

    public Answer post(String path, Object body) {
        return call(
                "POST", path, body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    public Answer call(String method, String path, String body) {
        var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(method, path, "application/json", content);
    }

    public Answer send(String method, String path, String type, BodyPublisher body) {
        return send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", type)
                        .method(method, body));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var answer =
                    sent(
                            request.header("Authorization", "Bearer " + key)
                                    .timeout(PATIENCE)
                                    .build());
            return new Answer(
                    answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(api + path));
    }

    /** A new bot of this name; its id. */
    public String bot(String name) {
        var added = post("/bots", Map.of("name", name));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("id");
    }

    public Answer upload(String bot, String name, byte[] content) {
        var type = "multipart/form-data; boundary=" + BOUNDARY;
        var body = BodyPublishers.ofByteArray(part(name, content));
        return send("POST", "/bots/" + bot + "/sources", type, body);
    }

    /**
     * Once more on a fresh line when the one that was kept turns out to be closed: after an upload
     * that broke off the server hangs up, and nothing of the next request was read.
     */
    private static HttpResponse<byte[]> sent(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            return HTTP.send(request, BodyHandlers.ofByteArray());
        }
    }

    static byte[] part(String name, byte[] content) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(BOUNDARY, name.replace("\"", "%22"));
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** The id of what was just taught. */
    public String accepted(Answer taught) {
        assertThat(taught.status()).as(taught.text()).isEqualTo(202);
        return taught.at("id");
    }

    /** The source once nothing more happens to it. */
    public JsonNode finished(String source) {
        return Eventually.eventually(
                () -> get("/sources/" + source).json(),
                found -> found.path("status").asString("").matches("ready|failed"));
    }
}
