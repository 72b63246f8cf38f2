package io.taros.search.remote;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.taros.platform.egress.OutboundCall;
import io.taros.search.EmbeddingFailed.Reason;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange with a provider, on the calling thread and within one limit of time. Keeps what
 * LangChain4j's own client loses, {@code Retry-After}, and loses what that keeps: the body of a
 * refusal, which may repeat what was sent.
 */
final class Exchange implements HttpClient, HttpClientBuilder {
    /** Some twenty times what the largest batch takes. */
    private static final long MAX_BODY = 32L << 20;

    private final java.net.http.HttpClient client;
    private final Duration limit;
    private final OutboundCall call;
    private @Nullable Trouble trouble;

    record Trouble(Reason reason, String detail, @Nullable String retryAfter, int status) {}

    /** Ends the library's work; what happened is in {@link #trouble}. */
    private static final class Ended extends RuntimeException {
        Ended() {
            super("the exchange has ended", null, false, false);
        }
    }

    Exchange(java.net.http.HttpClient client, Duration limit, OutboundCall call) {
        this.client = client;
        this.limit = limit;
        this.call = call;
    }

    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var response = send(request);
        call.received(bytes(response.body()));
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        outgoing.method(request.method().name(), BodyPublishers.ofString(request.body()));
        call.sent(bytes(request.body()));
        var sending =
                client.sendAsync(
                        outgoing.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY));
        try {
            return sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            sending.cancel(true);
            throw ended(new Trouble(Reason.NO_ANSWER, "no answer in time", null, 0));
        } catch (ExecutionException broken) {
            throw ended(
                    new Trouble(
                            Reason.NO_ANSWER,
                            isUnreachable(broken.getCause())
                                    ? "no connection"
                                    : "the connection broke",
                            null,
                            0));
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            throw ended(new Trouble(Reason.NO_ANSWER, "interrupted", null, 0));
        }
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isUnreachable(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private Ended refused(HttpResponse<?> response) {
        var status = response.statusCode();
        var reason =
                switch (status) {
                    case 401, 403 -> Reason.KEY_REFUSED;
                    case 429 -> Reason.BUSY;
                    case 408 -> Reason.NO_ANSWER;
                    default -> status >= 500 ? Reason.NO_ANSWER : Reason.REQUEST_REFUSED;
                };
        var retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        return ended(new Trouble(reason, "HTTP " + status, retryAfter, status));
    }

    private Ended ended(Trouble why) {
        trouble = why;
        return new Ended();
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Vectors come in one piece");
    }

    @Override
    public @Nullable Duration connectTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
