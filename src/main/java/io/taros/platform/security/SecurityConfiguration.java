package io.taros.platform.security;

import io.taros.platform.TarosSettings;
import io.taros.platform.web.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers, CSRF and sessions. Who may call what is not decided here: every route says it itself
 * ({@link Requires}, {@link Open}) and {@link AccessInterceptor} holds it to that.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {
    private static final String CSP = "Content-Security-Policy";
    private static final long YEAR = 31_536_000;
    private static final String SUBDOMAINS = " ; includeSubDomains";

    private static final String PAGE_POLICY =
            """
            default-src 'none'; script-src 'nonce-%1$s' 'strict-dynamic'; style-src 'self' 'nonce-%1$s'; \
            img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; \
            base-uri 'none'; frame-ancestors 'none'; object-src 'none'\
            """;

    /**
     * REST and the visitor channel: a token in a header, no cookie, so nothing a foreign page could
     * ride on. Foreign pages may load what is here; that is what the widget is for.
     */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, TarosSettings settings) throws Exception {
        return http.securityMatcher(request -> Surface.of(request).isForMachines())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> {
                    headers.addHeaderWriter(
                            unlessSet(
                                    CSP, request -> "default-src 'none'; frame-ancestors 'none'"));
                    headers.crossOriginResourcePolicy(
                            policy -> policy.policy(CrossOriginResourcePolicy.CROSS_ORIGIN));
                    transport(headers, settings);
                })
                .build();
    }

    /** Pages and their files: a session cookie, so every change carries a token of the page. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, TarosSettings settings, StaleForm staleForm)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                // Ours are in account, where they belong.
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures -> failures.accessDeniedHandler(staleForm))
                // The first changes nothing, and may arrive late: refused for the token of a
                // session
                // that ended meanwhile, it would begin another and take the new one's cookie away.
                // The others are posted to by mail programs: their addresses are the secret.
                .csrf(csrf ->
                        csrf.ignoringRequestMatchers(
                                "/password-strength", "/unsubscribe/*", "/chat/*/mail/*"))
                .addFilterBefore(new ForeignFormFilter(staleForm), CsrfFilter.class)
                .headers(headers -> harden(headers, settings))
                .build();
    }

    /** Requests are measured as a whole; what each filter takes of it nobody looks at. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** The cookie's name binds it to this host where the browser can check that. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(TarosSettings settings) {
        return cookie -> {
            cookie.setCookieName(settings.isSecure() ? "__Host-taros-session" : "taros-session");
            cookie.setUseSecureCookie(settings.isSecure());
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
            cookie.setCookiePath("/");
        };
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers, TarosSettings settings) {
        headers.addHeaderWriter(
                unlessSet(CSP, request -> PAGE_POLICY.formatted(Nonce.of(request))));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.crossOriginOpenerPolicy(
                policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.crossOriginResourcePolicy(
                policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy ->
                policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
        transport(headers, settings);
    }

    /**
     * By the address people use, not by the connection: a proxy may end TLS in front of us. At a
     * partner's domain without the hosts below it: they are nobody's here.
     */
    private static void transport(HeadersConfigurer<HttpSecurity> headers, TarosSettings settings) {
        headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        if (settings.isSecure()) {
            headers.addHeaderWriter((request, response) ->
                    response.setHeader(
                            "Strict-Transport-Security",
                            "max-age=" + YEAR + (isOurs(request, settings) ? SUBDOMAINS : "")));
        }
    }

    private static boolean isOurs(HttpServletRequest request, TarosSettings settings) {
        return request.getServerName().equalsIgnoreCase(settings.baseUrl().getHost());
    }

    /** A controller whose page needs another policy sets it itself. */
    private static HeaderWriter unlessSet(String name, Function<HttpServletRequest, String> value) {
        return (request, response) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value.apply(request));
            }
        };
    }
}
