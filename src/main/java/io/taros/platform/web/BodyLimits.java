package io.taros.platform.web;

import io.taros.platform.security.Surface;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too large before it is read, by the length it gives; what gives none is counted
 * while it is read. Stands before everything, for a form is read by the filter that asks for its
 * token, whoever sent it.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimits extends OncePerRequestFilter {
    /** Room for the longest text that may be pasted, written with escapes. */
    private static final long MAX_JSON = DataSize.ofMegabytes(16).toBytes();

    private static final String MULTIPART = "multipart/";
    private static final long MAX_FORM = DataSize.ofKilobytes(256).toBytes();

    private final Misfits misfits;
    private final long maxUpload;

    BodyLimits(Misfits misfits, MultipartProperties uploads) {
        this.misfits = misfits;
        maxUpload = uploads.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var max = maxOf(request);
        if (request.getContentLengthLong() > max) {
            UnreadBody.drop(request.getInputStream());
            ContainerErrors.refuse(request, response, tooLarge(request, max));
            return;
        }
        chain.doFilter(
                isUpload(request) || request.getContentLengthLong() >= 0
                        ? request
                        : new Counted(request, max),
                response);
    }

    private long maxOf(HttpServletRequest request) {
        if (isUpload(request)) {
            return maxUpload;
        }
        return Surface.of(request).isForMachines() ? MAX_JSON : MAX_FORM;
    }

    private static TooLarge tooLarge(long max) {
        return new TooLarge("platform.refused.body-large", max / 1024);
    }

    private Misfit tooLarge(HttpServletRequest request, long max) {
        return isUpload(request) ? misfits.tooLargeUpload() : misfits.of(tooLarge(max));
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    /** A body of unknown length. */
    private final class Counted extends HttpServletRequestWrapper {
        private final long max;

        Counted(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var body = super.getInputStream();
            return new ServletInputStream() {
                private long read;

                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    var got = body.read(target, offset, length);
                    read += Math.max(0, got);
                    if (read > max) {
                        UnreadBody.drop(body);
                        throw tooLarge(max);
                    }
                    return got;
                }

                @Override
                public boolean isFinished() {
                    return body.isFinished();
                }

                @Override
                public boolean isReady() {
                    return body.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    body.setReadListener(listener);
                }
            };
        }
    }
}
