package io.taros.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** At most one in each browser's session, for a while. */
@Component
class Arrivals {
    private static final String ARRIVAL = "arrival";
    private static final String SINCE = "arrival-since";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final InstantSource clock;

    Arrivals(InstantSource clock) {
        this.clock = clock;
    }

    void keep(HttpServletRequest request, Arrival arrival) {
        var session = request.getSession(true);
        session.setAttribute(ARRIVAL, arrival);
        session.setAttribute(SINCE, clock.millis());
    }

    Optional<Arrival> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ARRIVAL) instanceof Arrival arrival)
                || !(session.getAttribute(SINCE) instanceof Long since)) {
            return Optional.empty();
        }
        var isFresh = Instant.ofEpochMilli(since).plus(PATIENCE).isAfter(clock.instant());
        return isFresh ? Optional.of(arrival) : Optional.empty();
    }

    void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ARRIVAL);
            session.removeAttribute(SINCE);
        }
    }
}
