package io.taros.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.StartRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTest {
    private final TrustedProxies proxies =
            new TrustedProxies(new ProxySettings(List.of("10.0.0.0/8", "::1")));

    @Test
    void believesAKnownProxyAboutTheCaller() throws Exception {
        assertThat(caller("10.1.2.3", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(caller("::1", "2001:db8::7")).isEqualTo("2001:db8::7");
    }

    @Test
    void takesTheLastHopThatIsNoProxyOfOurs() throws Exception {
        assertThat(caller("10.1.2.3", "198.51.100.1, 203.0.113.7, 10.9.9.9"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void believesNobodyElse() throws Exception {
        assertThat(caller("203.0.113.7", "127.0.0.1")).isEqualTo("203.0.113.7");
        assertThat(caller("10.1.2.3", "evil.example")).isEqualTo("10.1.2.3");
        assertThat(caller("10.1.2.3", "203.0.113.7, unknown")).isEqualTo("10.1.2.3");
    }

    @Test
    void refusesToStartWithWhatIsNoNetwork() {
        for (var wrong : List.of("proxy.example", "10.0.0.0/99", "")) {
            assertThatThrownBy(() -> new TrustedProxies(new ProxySettings(List.of(wrong))))
                    .as(wrong)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("taros.trusted-proxies");
        }
    }

    private String caller(String connection, String forwarded) throws Exception {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(connection);
        request.addHeader("X-Forwarded-For", forwarded);
        var chain = new MockFilterChain();
        proxies.doFilter(request, new MockHttpServletResponse(), chain);
        return String.valueOf(chain.getRequest().getRemoteAddr());
    }
}
