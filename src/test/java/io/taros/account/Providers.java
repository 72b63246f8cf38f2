package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.taros.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Providers on one port. Google, Microsoft and those of Acme and Globex are a real OpenID Connect
 * server, behind a door that can change what passes through it; GitHub is what its documentation
 * says it answers.
 */
public final class Providers {
    public static final String CLIENT = "taros-client";
    public static final String SECRET = "a-secret-of-32-bytes-for-the-client";
    private static final Pattern LEADS = Pattern.compile("content=\"0;url=([^\"]+)\"");
    private static final Set<String> HOP =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    /** What the real server puts into the next tokens. */
    private static final class Words implements OAuth2TokenCallback {
        private final String issuer;
        private String subject = "";
        private long seconds = 300;
        private Map<String, Object> claims = Map.of();

        Words(String issuer) {
            this.issuer = issuer;
        }

        @Override
        public String issuerId() {
            return issuer;
        }

        @Override
        public String subject(TokenRequest request) {
            return subject;
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(CLIENT);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return claims;
        }

        @Override
        public long tokenExpiry() {
            return seconds;
        }
    }

    private final Words google = new Words("google");
    private final Words microsoft = new Words("microsoft");
    private final Words acme = new Words("acme");
    private final Words globex = new Words("globex");
    private final MockOAuth2Server real =
            new MockOAuth2Server(
                    new OAuth2Config(
                            false,
                            null,
                            null,
                            false,
                            new OAuth2TokenProvider(),
                            Set.of(google, microsoft, acme, globex),
                            new NettyWrapper()));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer door;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private volatile UnaryOperator<String> answer = UnaryOperator.identity();
    private volatile String gitHubUser = "";
    private volatile String gitHubEmails = "";
    private volatile String lastForm = "";

    public Providers() {
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/", this::pass);
        door.createContext("/login/oauth/authorize", Providers::gitHubAgrees);
        door.createContext("/login/oauth/access_token", this::gitHubToken);
        door.createContext(
                "/user",
                exchange ->
                        send(
                                exchange,
                                exchange.getRequestURI().getPath().endsWith("/emails")
                                        ? gitHubEmails
                                        : gitHubUser));
    }

    public void start() {
        if (isStarted.compareAndSet(false, true)) {
            real.start(InetAddress.getLoopbackAddress(), 0);
            door.start();
        }
    }

    public String url() {
        return "http://localhost:" + door.getAddress().getPort();
    }

    /** To where a link leads somebody who goes on wherever they are asked to. */
    public static String leads(Browser somebody, String link) {
        var page = somebody.get(link);
        if (page.status() == 303) {
            return page.header("Location");
        }
        var parts = link.split("\\?invitation=", 2);
        return leads(somebody.post(parts[0], "invitation", parts.length == 2 ? parts[1] : ""));
    }

    /** To where a page leads by itself. */
    public static String leads(Browser.Page page) {
        var target = LEADS.matcher(page.body());
        assertThat(target.find()).as(page.body()).isTrue();
        return target.group(1).replace("&amp;", "&");
    }

    /** Honest again, and nobody known. */
    public void reset() {
        answer = UnaryOperator.identity();
        for (var words : List.of(google, microsoft, acme, globex)) {
            words.subject = "";
            words.seconds = 300;
            words.claims = Map.of();
        }
        gitHubUser = "{}";
        gitHubEmails = "[]";
    }

    void google(String subject, Map<String, Object> claims) {
        google.subject = subject;
        google.claims = claims;
    }

    /** What one of them says about whoever comes next. */
    public void person(String issuer, String subject, Map<String, Object> claims) {
        for (var words : List.of(google, microsoft, acme, globex)) {
            if (words.issuer.equals(issuer)) {
                words.subject = subject;
                words.claims = claims;
            }
        }
    }

    void microsoft(String subject, Map<String, Object> claims) {
        microsoft.subject = subject;
        microsoft.claims = claims;
    }

    public void gitHub(long id, String name, String emails) {
        gitHubUser =
                "{\"id\":%d,\"login\":\"ada\",\"name\":\"%s\",\"email\":\"shown@loom.example\"}"
                        .formatted(id, name);
        gitHubEmails = emails;
    }

    void expiresIn(long seconds) {
        google.seconds = seconds;
        acme.seconds = seconds;
    }

    /** Changes every answer of the real server. */
    public void change(UnaryOperator<String> change) {
        answer = change;
    }

    /** What the last request for a token brought along. */
    public String lastForm() {
        return lastForm;
    }

    /** As a browser that is sent there and agrees: where it is sent back to. */
    public URI agree(String location) {
        try {
            var back =
                    http.send(
                            HttpRequest.newBuilder(URI.create(location)).build(),
                            BodyHandlers.discarding());
            return URI.create(back.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            lastForm = new String(body, StandardCharsets.UTF_8);
        }
        var forward =
                HttpRequest.newBuilder(
                                URI.create(
                                        real.baseUrl()
                                                + exchange.getRequestURI().toString().substring(1)))
                        .header("X-Forwarded-Proto", "http")
                        .header("X-Forwarded-Host", "localhost")
                        .header("X-Forwarded-Port", String.valueOf(door.getAddress().getPort()))
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        values.forEach(value -> forward.header(name, value));
                    }
                });
        try {
            var reply = http.send(forward.build(), BodyHandlers.ofString());
            reply.headers()
                    .firstValue("Location")
                    .ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
            send(exchange, reply.statusCode(), answer.apply(reply.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Asks nobody, and sends back to where the question came from. */
    private static void gitHubAgrees(HttpExchange exchange) throws IOException {
        var asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build(true).getQueryParams();
        var back =
                URLDecoder.decode(
                        String.valueOf(asked.getFirst("redirect_uri")), StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Location", back + "?code=c0de&state=" + asked.getFirst("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void gitHubToken(HttpExchange exchange) throws IOException {
        lastForm = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        send(
                exchange,
                "{\"access_token\":\"gho_secret\",\"token_type\":\"bearer\",\"scope\":\"read:user,user:email\"}");
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        send(exchange, 200, json);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
