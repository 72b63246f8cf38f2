package io.taros.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A second lock beside the CSRF token: what a browser itself says comes from another site changes
 * nothing here. Old browsers and programs do not say; for them the token alone stands.
 */
final class ForeignFormFilter extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final AccessDeniedHandler refusal;

    ForeignFormFilter(AccessDeniedHandler refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site == null || OURS.contains(site) || SAFE.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        refusal.handle(request, response, new AccessDeniedException("from another site"));
    }
}
