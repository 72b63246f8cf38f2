package io.taros.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the caller of a request and binds their organization for as long as it lasts. Runs behind
 * Spring Security.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class TenancyFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();

    private final List<CallerResolver> resolvers;

    TenancyFilter(List<CallerResolver> resolvers) {
        this.resolvers = resolvers;
    }

    static @Nullable Caller callerOf(HttpServletRequest request) {
        return (Caller) request.getAttribute(CALLER);
    }

    /** An event stream is dispatched again when it ends; by then there is nothing left to bind. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = resolve(request).orElse(null);
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(CALLER, caller);
        try {
            Tenancy.callAs(
                    caller,
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<Caller> resolve(HttpServletRequest request) {
        return resolvers.stream()
                .map(resolver -> resolver.resolve(request))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
