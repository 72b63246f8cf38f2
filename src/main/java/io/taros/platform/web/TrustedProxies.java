package io.taros.platform.web;

import io.taros.platform.StartRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind a proxy every request comes from the proxy. What it says about the real caller ({@code
 * X-Forwarded-For}) is believed only of proxies named in {@code taros.trusted-proxies}, and from
 * right to left: the first address that is not one of them is the caller; whatever stands left of
 * it the caller wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(ProxySettings.class)
class TrustedProxies extends OncePerRequestFilter {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]+(/\\d{1,3})?");
    private static final String HEADER = "X-Forwarded-For";

    private final List<IpAddressMatcher> trusted;

    TrustedProxies(ProxySettings settings) {
        trusted = settings.trustedProxies().stream().map(TrustedProxies::network).toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !isTrusted(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = callerIn(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return caller;
                    }

                    @Override
                    public String getRemoteHost() {
                        return caller;
                    }
                },
                response);
    }

    private String callerIn(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(HEADER))) {
            hops.addAll(List.of(line.split(",", -1)));
        }
        for (var hop : hops.reversed()) {
            var address = hop.strip();
            if (!ADDRESS.matcher(address).matches()) {
                break;
            }
            if (!isTrusted(address)) {
                return address;
            }
        }
        return request.getRemoteAddr();
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    private static IpAddressMatcher network(String text) {
        try {
            if (ADDRESS.matcher(text).matches()) {
                return new IpAddressMatcher(text);
            }
        } catch (IllegalArgumentException _) {
            // Said below, in words of ours.
        }
        throw new StartRefused(
                "The setting taros.trusted-proxies holds something that is neither an address nor a"
                        + " network such as 10.0.0.0/8.");
    }
}
