package io.taros.knowledge.crawl;

import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import io.taros.platform.fetch.SafeFetch;
import java.net.URI;
import java.time.Duration;

/** Asks a host at its pace, and leaves it alone for as long as it asks to be. */
final class PoliteFetch {
    private static final int TRIES_WHEN_BUSY = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private final SafeFetch fetch;
    private final HostPace pace;
    private final Duration delay;

    PoliteFetch(SafeFetch fetch, HostPace pace, Duration delay) {
        this.fetch = fetch;
        this.pace = pace;
        this.delay = delay;
    }

    /** For what a page is made of: whoever is busy is not asked again. */
    Fetched once(FetchRequest request) throws InterruptedException {
        String host = hostOf(request);
        Duration held = pace.heldFor(host);
        if (held.isPositive()) {
            return new Fetched.Busy(TOO_MANY_REQUESTS, held);
        }
        Fetched fetched = pace.visit(host, delay, () -> fetch.fetch(request));
        if (fetched instanceof Fetched.Busy(_, Duration wait)) {
            pace.hold(host, wait);
        }
        return fetched;
    }

    /** Whoever would have to wait too long is told so, and the host is not asked. */
    Fetched fetch(FetchRequest request) throws InterruptedException {
        String host = hostOf(request);
        for (int attempt = 1; ; attempt++) {
            Duration held = pace.heldFor(host);
            if (held.compareTo(LONGEST_WAIT) > 0) {
                return new Fetched.Busy(TOO_MANY_REQUESTS, held);
            }
            Fetched fetched = pace.visit(host, delay, () -> fetch.fetch(request));
            if (!(fetched instanceof Fetched.Busy(_, Duration wait))) {
                return fetched;
            }
            pace.hold(host, wait.multipliedBy(attempt));
            if (attempt == TRIES_WHEN_BUSY || wait.compareTo(LONGEST_WAIT) > 0) {
                return fetched;
            }
        }
    }

    private static String hostOf(FetchRequest request) {
        return String.valueOf(URI.create(request.url()).getHost());
    }
}
