package io.taros.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.TarosSettings;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** P-23, P-26, P-34, P-36, P-38: what browsers are told. */
@TarosTest
class HeadersTest {
    private final Browser browser;
    private final ObjectProvider<HttpSecurity> securities;
    private final StaleForm staleForm;

    HeadersTest(
            @LocalServerPort int port,
            ObjectProvider<HttpSecurity> securities,
            StaleForm staleForm) {
        browser = new Browser(port);
        this.securities = securities;
        this.staleForm = staleForm;
    }

    @Test
    void letPagesRunOnlyTheirOwnScripts() {
        var page = browser.get("/welcome");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "'strict-dynamic'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        var nonce = page.header("Content-Security-Policy").replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
        assertThat(browser.get("/welcome").body()).doesNotContain(nonce);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy"))
                .as("its address may carry a code")
                .isEqualTo("no-referrer");
        assertThat(browser.get("/sign-in").header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @Test
    void startNoSessionWhereThereIsNoForm() {
        for (var path :
                new String[] {"/welcome", "/api/v1/bots", "/nothing/here", "/css/none.css"}) {
            assertThat(browser.get(path).header("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void letFilesBeKeptForAWhile() {
        var file = browser.get("/css/taros.css");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("max-age");
    }

    @Test
    void answerAnAddressNobodyCanReadWithoutABannerOfTheServer() {
        var odd =
                browser.send(
                        HttpRequest.newBuilder(browser.at("/a//b;c=d/%2e%2e/settings")).build());

        assertThat(odd.status()).isBetween(400, 499);
        assertThat(odd.body()).doesNotContainIgnoringCase("jetty").doesNotContain("Exception");
    }

    @Test
    void bindTheCookieToThisHostWhereTheAddressIsSecure() {
        assertThat(cookieAt("https://support.example"))
                .startsWith("__Host-taros-session=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(cookieAt("http://localhost:8080"))
                .startsWith("taros-session=")
                .doesNotContain("Secure");
    }

    /** By the address people use: a proxy may end TLS in front of us. */
    @Test
    void holdBrowsersToEncryptionWhereTheAddressIsSecure() throws Exception {
        for (var path : new String[] {"/sign-in", "/api/v1/bots", "/widget/v1/x/config"}) {
            assertThat(transportAt("https://support.example", path))
                    .as(path)
                    .isEqualTo("max-age=31536000 ; includeSubDomains");
            assertThat(transportAt("http://localhost:8080", path)).as(path).isNull();
        }
    }

    private @Nullable String transportAt(String address, String path) throws Exception {
        var settings = new TarosSettings(Path.of("data"), URI.create(address));
        var headers = new SecurityConfiguration();
        var chains =
                List.of(
                        headers.machines(securities.getObject(), settings),
                        headers.people(securities.getObject(), settings, staleForm));
        var request = new MockHttpServletRequest("GET", path);
        request.setServerName(settings.baseUrl().getHost());
        var response = new MockHttpServletResponse();
        new FilterChainProxy(chains).doFilter(request, response, new MockFilterChain());
        return response.getHeader("Strict-Transport-Security");
    }

    private static String cookieAt(String address) {
        var serializer = new DefaultCookieSerializer();
        new SecurityConfiguration()
                .sessionCookie(new TarosSettings(Path.of("data"), URI.create(address)))
                .customize(serializer);
        var response = new MockHttpServletResponse();
        serializer.writeCookieValue(
                new CookieValue(new MockHttpServletRequest(), response, "value"));
        return String.valueOf(response.getHeader("Set-Cookie"));
    }
}
