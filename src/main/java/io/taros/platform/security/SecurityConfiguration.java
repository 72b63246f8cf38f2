package io.taros.platform.security;

import io.taros.platform.TarosSettings;
import io.taros.platform.web.Nonce;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers, CSRF and sessions. Who may call what is not decided here: every route says it itself
 * ({@link Requires}, {@link Open}) and {@link AccessInterceptor} holds it to that.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {
    /**
     * REST and the visitor channel: a token in a header, no cookie, so nothing a foreign page could
     * ride on.
     */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/widget/**", "/widget.js", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                policy.policyDirectives(
                                        "default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, TarosSettings settings) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> harden(headers, settings))
                .build();
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers, TarosSettings settings) {
        headers.addHeaderWriter((request, response) ->
                response.setHeader(
                        "Content-Security-Policy",
                        """
                        default-src 'none'; script-src 'nonce-%1$s' 'strict-dynamic'; style-src 'self' 'nonce-%1$s'; \
                        img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; \
                        base-uri 'none'; frame-ancestors 'none'; object-src 'none'\
                        """
                                .formatted(Nonce.of(request))));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.crossOriginOpenerPolicy(
                policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy ->
                policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
        if (!settings.isSecure()) {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }
}
