package io.taros.platform.web;

import io.taros.platform.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code Idempotency-Key} on REST writes with a body of JSON or a table, as Stripe defines it: the
 * first result, server errors included, is given again for a day; the same key with another request
 * is refused; a request that was refused frees its key. Runs behind the tenancy filter. Uploads and
 * event streams are left alone: sources are recognised by their content anyway.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 5)
class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 255;
    private static final List<String> READ = List.of(MediaType.APPLICATION_JSON_VALUE, "text/csv");

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    IdempotencyFilter(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getHeader(HEADER) == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || !isRead(request)
                // An archive that is fetched once is not kept to be fetched again.
                || request.getRequestURI().endsWith("/export/file")
                || (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = (Caller) request.getAttribute(Caller.class.getName());
        var key = request.getHeader(HEADER);
        if (caller == null || caller.organization() == null) {
            chain.doFilter(request, response);
            return;
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            answer(response, Problem.INVALID, "The Idempotency-Key must have 1 to 255 characters.");
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readAllBytes();
        } catch (TooLarge tooLarge) {
            answer(response, Problem.TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            return;
        }
        var name = String.valueOf(caller.apiKey() == null ? caller.account() : caller.apiKey());
        var hash = hash(request, body);
        var earlier = keys.claimOrFind(name, key, hash);
        if (earlier.isPresent()) {
            replay(response, earlier.get(), hash);
            return;
        }
        run(new Rewound(request, body), response, chain, name, key);
    }

    private void run(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String name,
            String key)
            throws ServletException, IOException {
        var recorded = new ContentCachingResponseWrapper(response);
        var isComplete = false;
        try {
            chain.doFilter(request, recorded);
            if (recorded.getStatus() < 300 || recorded.getStatus() >= 500) {
                keys.complete(
                        name,
                        key,
                        recorded.getStatus(),
                        recorded.getContentType(),
                        recorded.getContentAsByteArray());
                isComplete = true;
            }
        } finally {
            if (!isComplete) {
                keys.release(name, key);
            }
            recorded.copyBodyToResponse();
        }
    }

    private void replay(HttpServletResponse response, IdempotencyKeys.Result earlier, String hash)
            throws IOException {
        if (!earlier.requestHash().equals(hash)) {
            answer(response, Problem.INVALID, "This Idempotency-Key was used for another request.");
            return;
        }
        if (earlier.status() == null || earlier.body() == null) {
            answer(
                    response,
                    Problem.CONFLICT,
                    "The first request with this Idempotency-Key is still running.");
            return;
        }
        response.setStatus(earlier.status());
        response.setHeader("Idempotent-Replayed", "true");
        if (earlier.contentType() != null) {
            response.setContentType(earlier.contentType());
        }
        response.getOutputStream().write(earlier.body());
    }

    private void answer(HttpServletResponse response, Problem problem, String sentence)
            throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.detail(sentence)));
    }

    private static boolean isRead(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && READ.stream().anyMatch(type::startsWith);
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request with its body, already read for the hash, to be read again. */
    private static final class Rewound extends HttpServletRequestWrapper {
        private final byte[] body;

        Rewound(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(@Nullable ReadListener listener) {
                    throw new IllegalStateException("The body is already here");
                }
            };
        }
    }
}
