package io.taros.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in at this browser. A session starts empty at sign-in, whatever the browser brought
 * along, and ends after {@code spring.session.timeout} of rest or a month at most.
 */
@Component
public class Sessions {
    private static final String ACCOUNT = "account";
    private static final Duration LONGEST = Duration.ofDays(30);

    private final InstantSource clock;

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    public void start(HttpServletRequest request, Account.Id account) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.toString());
        // Finds all sessions of an account: to list them, and to end them when its password
        // changes.
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
    }

    public Optional<Account.Id> account(HttpServletRequest request) {
        return live(request)
                .map(session -> (String) session.getAttribute(ACCOUNT))
                .map(id -> new Account.Id(UUID.fromString(id)));
    }

    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private Optional<HttpSession> live(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).filter(this::isYoung);
    }

    private boolean isYoung(@Nullable HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST)
                        .isAfter(clock.instant());
    }
}
