package io.taros.platform.fetch;

import io.taros.platform.egress.Egress;
import io.taros.platform.egress.OutboundCall;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads an address that somebody else chose, within {@link FetchBudget}, or says in one word why
 * not. Redirects are followed by hand so that every hop goes through the same vetting; see {@link
 * Vetting} for what pins the address.
 */
public final class SafeFetch implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration MAX_PATIENCE = Duration.ofMinutes(10);
    private static final String ACCEPTED =
            "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5";

    private final CloseableHttpClient client;
    private final CloseableHttpClient publicClient;
    private final String userAgent;
    private final FetchBudget budget;
    private final Egress egress;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    public SafeFetch(
            CrawlSettings settings, NameResolver names, FetchBudget budget, Egress egress) {
        var policy = new AddressPolicy(settings.allowedPrivateAddresses());
        this.client = GuardedClient.build(new Vetting(policy, names), budget);
        this.publicClient =
                GuardedClient.build(new Vetting(new AddressPolicy(List.of()), names), budget);
        this.userAgent = settings.userAgent();
        this.budget = budget;
        this.egress = egress;
    }

    public Fetched fetch(FetchRequest request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing is fetched inside a transaction");
        }
        long end = System.nanoTime() + budget.total().toNanos();
        String url = request.url();
        String scheme = "http";
        for (int hop = 0; hop <= FetchBudget.MAX_REDIRECTS; hop++) {
            switch (WebAddress.parse(url)) {
                case WebAddress.Parsed.Unusable(FetchProblem problem) -> {
                    return new Fetched.Refused(problem, "");
                }
                case WebAddress.Parsed.Usable(WebAddress address) -> {
                    if (scheme.equals("https") && address.scheme().equals("http")) {
                        return new Fetched.Refused(FetchProblem.REDIRECT_INSECURE, address.host());
                    }
                    if (hop > 0 && !request.mayFollow().test(address.uri())) {
                        return new Fetched.Refused(
                                FetchProblem.REDIRECT_ELSEWHERE, address.uri().toString());
                    }
                    switch (declared(address, request, end)) {
                        case Hop.Ended(Fetched fetched) -> {
                            return fetched;
                        }
                        case Hop.Redirected(String target) -> {
                            scheme = address.scheme();
                            url = target;
                        }
                    }
                }
            }
        }
        return new Fetched.Refused(FetchProblem.REDIRECT_TOO_OFTEN, "");
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        client.close();
        publicClient.close();
    }

    private sealed interface Hop {
        record Ended(Fetched fetched) implements Hop {}

        record Redirected(String target) implements Hop {}
    }

    private Hop declared(WebAddress address, FetchRequest request, long end) {
        try (var call = egress.begin(request.purpose(), address.host())) {
            return ask(address, request, end, call);
        }
    }

    private Hop ask(WebAddress address, FetchRequest request, long end, OutboundCall call) {
        var get = new HttpGet(address.uri());
        call.sent(address.uri().toString().length());
        get.setHeader(HttpHeaders.USER_AGENT, userAgent);
        get.setHeader(HttpHeaders.ACCEPT, ACCEPTED);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        condition(get, HttpHeaders.IF_NONE_MATCH, request.etag());
        condition(get, HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
        ScheduledFuture<?> deadline =
                deadlines.schedule(get::cancel, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try (ClassicHttpResponse answer =
                clientFor(address, request).executeOpen(null, get, null)) {
            call.answered();
            return read(address, answer, get::cancel, call);
        } catch (Vetting.NotAllowed refused) {
            return new Hop.Ended(new Fetched.Refused(refused.problem, address.host()));
        } catch (BoundedBody.TooMuch refused) {
            return failed(refused.problem, address);
        } catch (UnknownHostException unknown) {
            return failed(FetchProblem.HOST_UNKNOWN, address);
        } catch (SSLException encryption) {
            return failed(FetchProblem.ENCRYPTION_FAILED, address);
        } catch (MessageConstraintException headers) {
            return failed(FetchProblem.HEADERS_TOO_LARGE, address);
        } catch (IOException broken) {
            boolean late = System.nanoTime() >= end;
            return failed(late ? FetchProblem.TIMED_OUT : kind(broken), address);
        } finally {
            deadline.cancel(false);
        }
    }

    private CloseableHttpClient clientFor(WebAddress address, FetchRequest request) {
        return request.mayBePrivate().test(address.uri()) ? client : publicClient;
    }

    private Hop read(
            WebAddress address, ClassicHttpResponse answer, Runnable abort, OutboundCall call)
            throws IOException {
        int size = Arrays.stream(answer.getHeaders()).mapToInt(SafeFetch::size).sum();
        if (size > FetchBudget.MAX_HEADERS) {
            throw new BoundedBody.TooMuch(FetchProblem.HEADERS_TOO_LARGE);
        }
        return switch (answer.getCode()) {
            case 301, 302, 303, 307, 308 -> redirected(address, header(answer, "Location"));
            case 304 -> new Hop.Ended(new Fetched.NotModified());
            case 404, 410 -> new Hop.Ended(new Fetched.Gone(answer.getCode()));
            case 429, 503 -> new Hop.Ended(new Fetched.Busy(answer.getCode(), retryAfter(answer)));
            case 200, 203 -> new Hop.Ended(page(address, answer, abort, call));
            default ->
                    new Hop.Ended(
                            new Fetched.Failed(
                                    FetchProblem.STATUS,
                                    String.valueOf(answer.getCode()),
                                    answer.getCode()));
        };
    }

    private Fetched page(
            WebAddress address, ClassicHttpResponse answer, Runnable abort, OutboundCall call)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        byte[] body =
                entity == null
                        ? new byte[0]
                        : BoundedBody.read(
                                entity.getContent(),
                                header(answer, "Content-Encoding"),
                                budget,
                                abort);
        call.received(body.length);
        return new Fetched.Page(
                address.uri(),
                body,
                new Fetched.Head(
                        header(answer, "Content-Type"),
                        header(answer, "ETag"),
                        header(answer, "Last-Modified"),
                        Arrays.stream(answer.getHeaders("X-Robots-Tag"))
                                .map(Header::getValue)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private static Hop redirected(WebAddress from, @Nullable String location) {
        if (location == null || location.isBlank()) {
            return failed(FetchProblem.REDIRECT_BROKEN, from);
        }
        String target = location.strip().replace(" ", "%20");
        if (target.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return new Hop.Redirected(target);
        }
        try {
            return new Hop.Redirected(from.uri().resolve(target).toString());
        } catch (IllegalArgumentException malformed) {
            return failed(FetchProblem.REDIRECT_BROKEN, from);
        }
    }

    private static Hop failed(FetchProblem problem, WebAddress address) {
        return new Hop.Ended(new Fetched.Failed(problem, address.host()));
    }

    private static FetchProblem kind(IOException broken) {
        return switch (broken) {
            case SocketTimeoutException _ -> FetchProblem.TIMED_OUT;
            case SocketException _ -> FetchProblem.CONNECT_FAILED;
            default -> FetchProblem.ANSWER_BROKEN;
        };
    }

    private static Duration retryAfter(ClassicHttpResponse answer) {
        String given = String.valueOf(header(answer, "Retry-After")).strip();
        Duration asked =
                given.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(given))
                        : untilThen(given, String.valueOf(header(answer, "Date")).strip());
        return asked.compareTo(MAX_PATIENCE) > 0 ? MAX_PATIENCE : asked;
    }

    /** By the server's own clock, whatever ours says. */
    private static Duration untilThen(String then, String now) {
        try {
            Duration wait = Duration.between(date(now), date(then));
            return wait.isPositive() ? wait : PATIENCE;
        } catch (DateTimeParseException notADate) {
            return PATIENCE;
        }
    }

    private static Instant date(String text) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }

    private static void condition(HttpGet get, String name, @Nullable String value) {
        if (value != null && value.chars().noneMatch(c -> c < 0x20)) {
            get.setHeader(name, value);
        }
    }

    private static @Nullable String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static int size(Header header) {
        return header.getName().length() + String.valueOf(header.getValue()).length() + 4;
    }
}
