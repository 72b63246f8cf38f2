package io.taros.answering.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.taros.answering.model.ModelReply.Failed;
import io.taros.answering.model.ModelReply.Failure;
import io.taros.platform.egress.OutboundCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange with a provider, on the calling thread. LangChain4j's own client would do the
 * talking, but it loses the {@code Retry-After} header, cannot limit the time to the first word,
 * and logs a malformed event with the text that is in it.
 */
final class Transport implements HttpClient, HttpClientBuilder {
    private final java.net.http.HttpClient client;
    private final ScheduledExecutorService watchdog;
    private final Duration firstToken;
    private final Duration total;
    private final OutboundCall call;

    private volatile boolean textSeen;
    private volatile boolean expired;
    private volatile boolean stopped;
    private @Nullable Failed failure;
    private @Nullable String retryAfter;

    Transport(
            java.net.http.HttpClient client,
            ScheduledExecutorService watchdog,
            Duration firstToken,
            Duration total,
            OutboundCall call) {
        this.client = client;
        this.watchdog = watchdog;
        this.firstToken = firstToken;
        this.total = total;
        this.call = call;
    }

    /** The first word arrived, only the limit for the whole answer applies from here on. */
    void textArrived() {
        textSeen = true;
    }

    /** Nobody wants the rest. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    Optional<Failed> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventListener listener) {
        execute(request, new DefaultServerSentEventParser(), listener);
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        var response = send(request);
        if (response == null) {
            return;
        }
        try (var body = call.received(response.body())) {
            if (response.statusCode() / 100 != 2) {
                refuse(response);
                return;
            }
            listener.onOpen(
                    SuccessfulHttpResponse.builder()
                            .statusCode(response.statusCode())
                            .headers(response.headers().map())
                            .build());
            var watches = watch(body);
            parser.parse(body, new Guarded(listener));
            watches.forEach(watch -> watch.cancel(false));
        } catch (IOException closing) {
            fail(Failure.CUT, "the connection broke");
        }
        if (expired) {
            failure =
                    new Failed(
                            Failure.TIMED_OUT,
                            textSeen ? "the answer took too long" : "no first word in time");
        }
        if (failure == null) {
            listener.onClose();
        }
    }

    private @Nullable HttpResponse<InputStream> send(HttpRequest request) {
        var outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        outgoing.method(request.method().name(), BodyPublishers.ofString(request.body()));
        call.sent(request.body().getBytes(StandardCharsets.UTF_8).length);
        var sending = client.sendAsync(outgoing.build(), BodyHandlers.ofInputStream());
        try {
            return sending.get(firstToken.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            sending.cancel(true);
            fail(Failure.TIMED_OUT, "no response in time");
        } catch (ExecutionException broken) {
            fail(
                    unreachable(broken.getCause()) ? Failure.UNREACHABLE : Failure.CUT,
                    "no connection");
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            fail(Failure.UNREACHABLE, "interrupted");
        }
        return null;
    }

    private static boolean unreachable(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    /** Closing the body from outside is what ends a read that would wait for ever. */
    private List<ScheduledFuture<?>> watch(InputStream body) {
        return List.of(
                watchdog.schedule(
                        () -> {
                            if (!textSeen) {
                                expire(body);
                            }
                        },
                        firstToken.toMillis(),
                        TimeUnit.MILLISECONDS),
                watchdog.schedule(() -> expire(body), total.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void expire(InputStream body) {
        expired = true;
        try {
            body.close();
        } catch (IOException alreadyClosed) {
            // It is closed, which is all that is wanted.
        }
    }

    private void refuse(HttpResponse<?> response) {
        retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        var status = response.statusCode();
        var kind =
                switch (status) {
                    case 401, 403 -> Failure.UNAUTHORIZED;
                    case 429 -> Failure.RATE_LIMITED;
                    default -> status >= 500 ? Failure.SERVER_ERROR : Failure.REFUSED;
                };
        // The body may repeat the prompt, so only the number is kept.
        fail(kind, "HTTP " + status);
    }

    void fail(Failure kind, String detail) {
        if (failure == null) {
            failure = new Failed(kind, detail);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("Answers are streamed");
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

    /**
     * Keeps exceptions of the library's parsing away from its logger, and ends the stream when
     * nobody listens.
     */
    private final class Guarded implements ServerSentEventListener {
        private final ServerSentEventListener listener;

        Guarded(ServerSentEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            if (!stopped && failure == null) {
                try {
                    listener.onEvent(event, context);
                } catch (RuntimeException malformed) {
                    fail(Failure.MALFORMED, "an event that could not be read");
                }
            }
            if (stopped || failure != null) {
                context.parsingHandle().cancel();
            }
        }

        @Override
        public void onError(Throwable error) {
            fail(Failure.CUT, "the connection broke");
        }
    }
}
