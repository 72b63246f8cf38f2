package io.taros.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's browser without the screen: keeps cookies, remembers the form token of the page it saw
 * last, follows nothing by itself. And, with {@link #rest}, a program with an API key.
 */
public final class Browser {
    public record Page(int status, String body, HttpResponse<InputStream> response) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private String token = "";
    private String language = "en";
    private String agent = "";
    private String host = "";

    public Browser(int port) {
        this("http://localhost:" + port);
    }

    public Browser(String base) {
        this.base = base;
    }

    public Browser speaking(String language) {
        this.language = language;
        return this;
    }

    /** What it says it is. */
    public Browser as(String agent) {
        this.agent = agent;
        return this;
    }

    /** Another name of the same server, as a browser that was sent there by a name server. */
    public Browser at(String host, int port) {
        this.host = host + ":" + port;
        return this;
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").GET().build());
    }

    /** A line one listens on has no end and is left at once: that it was opened is what counts. */
    private static String whole(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var isLine = answer.request().method().equals("GET");
            return isLine && type.startsWith("text/event-stream")
                    ? ""
                    : new String(body.readAllBytes(), UTF_8);
        }
    }

    /** What comes without end, until it is closed. */
    public InputStream open(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(at(path)).GET().build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names and values in turn; the token of the last page goes along. */
    public Page post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token));
        return postWithoutToken(path, all.toArray(String[]::new));
    }

    public Page postWithoutToken(String path, String... fields) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build());
    }

    /** An empty form, in any method, with the token of the last page that had one. */
    public Page submit(String method, String path) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("X-CSRF-TOKEN", token)
                        .method(method, BodyPublishers.ofString(form("_csrf", token)))
                        .build());
    }

    /** A form with one file; the token goes along. An empty name is a field left alone. */
    public Page upload(String path, List<String> fields, String file, byte[] content) {
        var body = new ByteArrayOutputStream();
        var all = new ArrayList<>(fields);
        all.addAll(List.of("_csrf", token));
        for (var i = 0; i + 1 < all.size(); i += 2) {
            body.writeBytes(part("name=\"" + all.get(i) + "\"", all.get(i + 1).getBytes(UTF_8)));
        }
        body.writeBytes(part("name=\"file\"; filename=\"" + file + "\"", content));
        body.writeBytes("--taros--\r\n".getBytes(UTF_8));
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "multipart/form-data; boundary=taros")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static byte[] part(String name, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(
                "--taros\r\nContent-Disposition: form-data; %s\r\n\r\n"
                        .formatted(name)
                        .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }

    /** Loads the sign-in page first, as a person would. */
    public Page signIn(String email, String password) {
        get("/sign-in");
        return post("/sign-in", "email", email, "password", password);
    }

    public Page rest(String method, String path, String key, String json) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                json.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json))
                        .build());
    }

    public Page send(HttpRequest request) {
        try {
            var spoken =
                    HttpRequest.newBuilder(request, (_, _) -> true)
                            .header("Accept-Language", language);
            if (!host.isEmpty()) {
                spoken.setHeader("Host", host);
            }
            if (!agent.isEmpty()) {
                spoken.setHeader("User-Agent", agent);
            }
            var response = http.send(spoken.build(), HttpResponse.BodyHandlers.ofInputStream());
            var body = whole(response);
            var found = TOKEN.matcher(body);
            if (found.find()) {
                token = found.group(1);
            }
            return new Page(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI at(String path) {
        return URI.create(base + path);
    }

    public CookieManager cookies() {
        return cookies;
    }

    private static String form(String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i + 1 < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(fields[i], UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return body.toString();
    }
}
