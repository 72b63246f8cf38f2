package io.taros.knowledge.crawl;

import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import io.taros.platform.fetch.SafeFetch;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks a host at its pace, and leaves it alone for as long as it asks to be. */
final class PoliteFetch {
    private static final int TOO_MANY_REQUESTS = 429;

    private final SafeFetch fetch;
    private final HostPace pace;
    private final Duration delay;
    private final Patience patience;

    PoliteFetch(SafeFetch fetch, HostPace pace, Duration delay, Patience patience) {
        this.fetch = fetch;
        this.pace = pace;
        this.delay = delay;
        this.patience = patience;
    }

    /**
     * What somebody is ready to wait for.
     *
     * @param tries of a host that is busy
     * @param pause a busy host may ask for
     * @param turn among all that ask the host
     */
    record Patience(int tries, Duration pause, Duration turn) {
        static final Patience CRAWL = new Patience(3, Duration.ofMinutes(1), Duration.ofHours(1));

        /** What a page is made of: whoever is busy is not asked again. */
        static final Patience PART = new Patience(1, Duration.ZERO, CRAWL.turn());

        /** Somebody sits there and waits. */
        static final Patience GLIMPSE = new Patience(1, Duration.ZERO, Duration.ofSeconds(3));
    }

    PoliteFetch with(Patience other) {
        return new PoliteFetch(fetch, pace, delay, other);
    }

    /** Whoever would have to wait too long is told so, and the host is not asked. */
    Fetched fetch(FetchRequest request) throws InterruptedException {
        String host = hostOf(request);
        for (int attempt = 1; ; attempt++) {
            Duration held = pace.heldFor(host);
            if (held.compareTo(patience.pause()) > 0) {
                return new Fetched.Busy(TOO_MANY_REQUESTS, held);
            }
            Optional<Fetched> asked =
                    pace.visit(host, delay, patience.turn(), () -> fetch.fetch(request));
            if (asked.isEmpty()) {
                return new Fetched.Busy(TOO_MANY_REQUESTS, patience.turn());
            }
            Fetched fetched = asked.get();
            if (!(fetched instanceof Fetched.Busy(_, Duration wait))) {
                return fetched;
            }
            pace.hold(host, wait.multipliedBy(attempt));
            if (attempt == patience.tries() || wait.compareTo(patience.pause()) > 0) {
                return fetched;
            }
        }
    }

    private static String hostOf(FetchRequest request) {
        return String.valueOf(URI.create(request.url()).getHost());
    }
}
