package io.taros.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a passkey is to sign: random bytes of this browser's session, for one purpose, good once and
 * for a while. Asking again makes the earlier ones worthless.
 */
@Component
class Challenges {
    /** What it is asked for. */
    enum Purpose {
        SIGN_IN,
        PROVE,
        ADD
    }

    record Challenge(byte[] bytes, long since) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    byte[] make(HttpServletRequest request, Purpose purpose) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        request.getSession(true).setAttribute(key(purpose), new Challenge(bytes, clock.millis()));
        return bytes;
    }

    /** Gone with this, whatever comes of it. */
    Optional<byte[]> useUp(HttpServletRequest request, Purpose purpose) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(key(purpose)) instanceof Challenge asked)) {
            return Optional.empty();
        }
        session.removeAttribute(key(purpose));
        var end = Instant.ofEpochMilli(asked.since()).plus(PATIENCE);
        return end.isAfter(clock.instant()) ? Optional.of(asked.bytes()) : Optional.empty();
    }

    private static String key(Purpose purpose) {
        return "challenge-" + purpose;
    }
}
