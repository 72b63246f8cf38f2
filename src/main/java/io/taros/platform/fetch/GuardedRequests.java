package io.taros.platform.fetch;

import io.taros.platform.egress.Egress;
import io.taros.platform.egress.OutboundCall;
import io.taros.platform.egress.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The same guard for protocols whose libraries bring their own requests, such as signing in through
 * an identity provider: every address is vetted, no redirect followed, and the answer read whole,
 * within {@link FetchBudget}.
 */
public final class GuardedRequests implements DisposableBean {
    private final CloseableHttpClient client;
    private final CloseableHttpClient publicClient;
    private final FetchBudget budget;
    private final Egress egress;

    public GuardedRequests(
            CrawlSettings settings, NameResolver names, FetchBudget budget, Egress egress) {
        var policy = new AddressPolicy(settings.allowedPrivateAddresses());
        this.client = GuardedClient.build(new Vetting(policy, names), budget);
        this.publicClient =
                GuardedClient.build(new Vetting(new AddressPolicy(List.of()), names), budget);
        this.budget = budget;
        this.egress = egress;
    }

    public ClientHttpRequestFactory factory(Purpose purpose) {
        return declaring(purpose, client);
    }

    /**
     * For addresses that no operator chose: what is opened for crawling is open for crawling, not
     * for whoever says where to send something.
     */
    public ClientHttpRequestFactory publicFactory(Purpose purpose) {
        return declaring(purpose, publicClient);
    }

    private ClientHttpRequestFactory declaring(Purpose purpose, CloseableHttpClient client) {
        return new InterceptingClientHttpRequestFactory(
                new HttpComponentsClientHttpRequestFactory(client),
                List.of((request, body, execution) -> declared(purpose, request, body, execution)));
    }

    @Override
    public void destroy() throws IOException {
        client.close();
        publicClient.close();
    }

    private ClientHttpResponse declared(
            Purpose purpose, HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing is fetched inside a transaction");
        }
        if (WebAddress.parse(request.getURI().toString())
                instanceof WebAddress.Parsed.Unusable(FetchProblem problem)) {
            throw new IOException(problem.name());
        }
        try (var call = egress.begin(purpose, request.getURI().getHost())) {
            call.sent(body.length);
            var answer = send(request, body, execution, call);
            call.answered();
            return answer;
        }
    }

    private ClientHttpResponse send(
            HttpRequest request,
            byte[] body,
            ClientHttpRequestExecution execution,
            OutboundCall call)
            throws IOException {
        var whole =
                new FutureTask<ClientHttpResponse>(
                        () -> read(execution.execute(request, body), call));
        // Interrupting a virtual thread closes the socket it waits for.
        var reader = Thread.ofVirtual().name("guarded-request").start(whole);
        try {
            return whole.get(budget.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("The answer takes too long");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken
                    ? broken
                    : new IOException("The request failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for an answer", stopped);
        } finally {
            reader.interrupt();
        }
    }

    private ClientHttpResponse read(ClientHttpResponse answer, OutboundCall call)
            throws IOException {
        try (answer) {
            var encoding = answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
            var body = BoundedBody.read(answer.getBody(), encoding, budget, answer::close);
            call.received(body.length);
            return new Read(
                    answer.getStatusCode(), answer.getStatusText(), answer.getHeaders(), body);
        }
    }

    /** An answer that is here whole. */
    private static final class Read implements ClientHttpResponse {
        private final HttpStatusCode status;
        private final String words;
        private final HttpHeaders headers;
        private final byte[] body;

        Read(HttpStatusCode status, String words, HttpHeaders headers, byte[] body) {
            this.status = status;
            this.words = words;
            this.headers = headers;
            this.body = body;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return words;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {}
    }
}
