package io.taros.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.account.web.Puzzle;
import io.taros.platform.crypto.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work for a browser before a form is taken (ALTCHA, <a href="https://altcha.org">altcha.org</a>):
 * half a second for somebody who mistyped, days for a program that tries thousands. Each is good
 * once, for the session it was made in or, where there is none, for whatever the caller names.
 */
@Component
public class Puzzles {
    private static final String ATTRIBUTE = "puzzle";
    private static final Duration LASTS = Duration.ofMinutes(10);

    /** Some half of these hashes are tried. */
    private static final long NUMBERS = 60_000;

    private final JsonMapper json;

    /** By challenge: a session is written when its request ends, and others have no session. */
    private final Cache<String, Boolean> spent =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LASTS).build();

    Puzzles(JsonMapper json) {
        this.json = json;
    }

    /** The one before is good for nothing from now on. */
    public Puzzle make(HttpServletRequest request) {
        var key = Secret.fresh();
        request.getSession(true).setAttribute(ATTRIBUTE, key);
        return make(key);
    }

    /**
     * Where there is no session.
     *
     * @param key that nobody outside can know, another one for everything it is to be good for
     */
    public Puzzle make(String key) {
        try {
            var made =
                    Altcha.createChallenge(
                            new ChallengeOptions()
                                    .setMaxNumber(NUMBERS)
                                    .setSecureRandomNumber(true)
                                    .setHmacKey(key)
                                    .setExpiresInSeconds(LASTS.toSeconds()));
            return new Puzzle(
                    made.algorithm, made.challenge, made.salt, made.signature, made.maxnumber);
        } catch (Exception e) {
            throw new IllegalStateException("The puzzle could not be made", e);
        }
    }

    /** Whether this is the solution of this session's puzzle; asked once. */
    public boolean isSolved(String solution, HttpServletRequest request) {
        var key = takeKey(request.getSession(false));
        return !key.isEmpty() && isSolved(solution, key);
    }

    /**
     * Whether this is the solution of a puzzle made with this key, and comes for the first time.
     */
    public boolean isSolved(String solution, String key) {
        if (solution.isBlank()) {
            return false;
        }
        try {
            return Altcha.verifySolution(solution, key, true)
                    && spent.asMap().putIfAbsent(challengeOf(solution), true) == null;
        } catch (Exception malformed) {
            return false;
        }
    }

    private String challengeOf(String solution) {
        return json.readTree(Base64.getDecoder().decode(solution)).path("challenge").asString();
    }

    private static String takeKey(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String key)) {
            return "";
        }
        session.removeAttribute(ATTRIBUTE);
        return key;
    }
}
