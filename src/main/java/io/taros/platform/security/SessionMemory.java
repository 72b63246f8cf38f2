package io.taros.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a request knows of sessions, as long as it lasts and no longer. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionMemory extends OncePerRequestFilter {
    private static final ScopedValue<Map<String, Optional<Session>>> KNOWN =
            ScopedValue.newInstance();

    /** Empty of an id that belongs to none: an id that ended is never given again. */
    static Map<String, Optional<Session>> known() {
        return KNOWN.isBound() ? KNOWN.get() : new HashMap<>();
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(KNOWN, new HashMap<>())
                    .call(() -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
