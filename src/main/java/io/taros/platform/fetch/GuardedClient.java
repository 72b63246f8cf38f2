package io.taros.platform.fetch;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client with everything off that would act on its own: redirects, retries, cookies,
 * logins, proxies.
 */
final class GuardedClient {
    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_PER_HOST = 4;
    private static final int MAX_HEADER_COUNT = 200;

    private GuardedClient() {}

    static CloseableHttpClient build(Vetting vetting, FetchBudget budget) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(vetting, budget))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setRedirectsEnabled(false)
                                .setAuthenticationEnabled(false)
                                .setConnectionRequestTimeout(Timeout.of(budget.total()))
                                .setResponseTimeout(Timeout.of(budget.firstByte()))
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            Vetting vetting, FetchBudget budget) {
        var tls = RegistryBuilder.<TlsSocketStrategy>create();
        tls.register("https", DefaultClientTlsStrategy.createDefault());
        var connections =
                new PoolingHttpClientConnectionManager(
                        new DefaultHttpClientConnectionOperator(
                                vetting, DefaultSchemePortResolver.INSTANCE, vetting, tls.build()),
                        PoolConcurrencyPolicy.STRICT,
                        PoolReusePolicy.LIFO,
                        TimeValue.ofMinutes(1),
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxLineLength(FetchBudget.MAX_HEADERS)
                                                .setMaxHeaderCount(MAX_HEADER_COUNT)
                                                .build())
                                .build());
        connections.setMaxTotal(MAX_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MAX_PER_HOST);
        connections.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(Timeout.of(budget.firstByte())).build());
        connections.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(budget.connect()))
                        .setSocketTimeout(Timeout.of(budget.firstByte()))
                        .setTimeToLive(TimeValue.ofSeconds(30))
                        .build());
        return connections;
    }
}
