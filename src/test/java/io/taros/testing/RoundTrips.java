package io.taros.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Counts how often a request waits for the database, by what the driver says it sends: every sync
 * is answered before the next statement goes out. Jobs and whatever else runs beside are not
 * counted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RoundTrips implements Filter {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3");

    private final ThreadLocal<Boolean> isInside = ThreadLocal.withInitial(() -> false);
    private final Semaphore ended = new Semaphore(0);

    /** The statements, one list a round trip, of the one request that is made meanwhile. */
    public List<List<String>> of(Supplier<Browser.Page> request) {
        var listener = new Listener();
        var before = DRIVER.getLevel();
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(listener);
        try {
            ended.drainPermits();
            request.get();
            // The answer may be there before everything behind it was done.
            ended.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            DRIVER.removeHandler(listener);
            DRIVER.setUseParentHandlers(true);
            DRIVER.setLevel(before);
        }
        return List.copyOf(listener.trips);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        isInside.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            isInside.remove();
            ended.release();
        }
    }

    private final class Listener extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final List<List<String>> trips = Collections.synchronizedList(new ArrayList<>());
        private final List<String> sent = new ArrayList<>();

        Listener() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            if (!isInside.get()) {
                return;
            }
            var message = formatter.formatMessage(record).strip();
            if (message.startsWith("FE=> Sync") || message.startsWith("FE=> Query")) {
                trips.add(List.copyOf(sent));
                sent.clear();
            } else if (message.startsWith("FE=> Parse") || message.startsWith("FE=> Bind")) {
                // Never what was bound: a password's hash, a session's id.
                sent.add(message.replaceFirst("(?s)(FE=> Bind\\(stmt=\\w+).*", "$1"));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
