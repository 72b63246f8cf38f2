package io.taros.account;

import io.taros.platform.sql.Ids;
import io.taros.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Who is signed in at this browser. A session starts empty at sign-in, whatever the browser brought
 * along, and ends after {@code spring.session.timeout} of rest or a month at most. What it is told
 * may be lost with the database, but not that it ended: statements of our own see to that.
 */
@Component
public class Sessions {
    /**
     * One of an account's.
     *
     * @param handle names it on pages; its own id is what the cookie holds and is shown to nobody
     * @param device such as "Firefox · Linux"
     */
    public record SignedInAt(
            UUID handle, String device, Instant since, Instant lastSeen, boolean isThisOne) {}

    private static final String ACCOUNT = "account";
    private static final String HANDLE = "handle";
    private static final String DEVICE = "device";
    private static final String PROVEN = "proven";
    private static final String HALFWAY = "halfway";
    private static final String WAY = "way";
    private static final String ONWARD = "onward";
    private static final String BROWSER = "browser";
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> all;
    private final Ids ids;
    private final InstantSource clock;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Sessions(
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> all,
            Ids ids,
            InstantSource clock,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.all = all;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * After signing in, this page and not the first one. The only thing that outlives the session
     * before it.
     */
    public void continueAt(HttpServletRequest request, Redirect page) {
        request.getSession(true).setAttribute(ONWARD, page.path());
    }

    /** Where whoever has just signed in goes on; told once. */
    Optional<Redirect> onward(HttpServletRequest request) {
        return live(request)
                .flatMap(session -> {
                    var page = Optional.ofNullable((String) session.getAttribute(ONWARD));
                    session.removeAttribute(ONWARD);
                    return page.map(Redirect::new);
                });
    }

    void start(HttpServletRequest request, Account.Id account, Way way) {
        var session = renewed(request);
        session.setAttribute(WAY, way.text());
        session.setAttribute(ACCOUNT, account.toString());
        session.setAttribute(HANDLE, ids.next().toString());
        session.setAttribute(DEVICE, DeviceFamily.of(request));
        session.setAttribute(PROVEN, clock.millis());
        // Finds all sessions of an account: to list them, and to end them when its password
        // changes.
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
    }

    /** The first of two proofs is there; nobody is signed in yet. */
    void startHalfway(HttpServletRequest request, Account.Id account, Way way) {
        var session = renewed(request);
        session.setAttribute(WAY, way.text());
        session.setAttribute(HALFWAY, account.toString());
        // A sign-in under way ends with the sessions of its account.
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        session.setAttribute(PROVEN, clock.millis());
    }

    Optional<Account.Id> halfway(HttpServletRequest request) {
        return live(request)
                .filter(this::isFresh)
                .map(session -> (String) session.getAttribute(HALFWAY))
                .map(Sessions::id);
    }

    /** How whoever is signed in, or half of it, proved it first; a session of old knows nothing. */
    public Optional<Way> way(HttpServletRequest request) {
        return live(request).flatMap(session -> Way.of((String) session.getAttribute(WAY)));
    }

    /** Whoever is signed in proved it once more. */
    void prove(HttpServletRequest request) {
        live(request).ifPresent(session -> session.setAttribute(PROVEN, clock.millis()));
    }

    boolean isProven(HttpServletRequest request) {
        return live(request).filter(this::isFresh).isPresent();
    }

    public Optional<Account.Id> account(HttpServletRequest request) {
        return live(request)
                .map(session -> (String) session.getAttribute(ACCOUNT))
                .map(Sessions::id);
    }

    /** Those of an account, this one first and then by use. */
    List<SignedInAt> list(Account.Id account, HttpServletRequest request) {
        var here = request.getSession(false);
        var current = here == null ? "" : here.getId();
        return of(account).stream()
                .filter(session -> session.getAttribute(ACCOUNT) != null)
                .map(session -> seen(session, session.getId().equals(current)))
                .sorted(
                        Comparator.comparing(SignedInAt::isThisOne)
                                .thenComparing(SignedInAt::lastSeen)
                                .reversed())
                .toList();
    }

    /** In which browser whoever is signed in is; a session of old knows nothing. */
    public Optional<String> browser(HttpServletRequest request) {
        return live(request).map(session -> (String) session.getAttribute(BROWSER));
    }

    void setBrowser(HttpServletRequest request, String browser) {
        live(request).ifPresent(session -> session.setAttribute(BROWSER, browser));
    }

    void end(Account.Id account, UUID handle) {
        of(account).stream()
                .filter(session -> handle.toString().equals(session.getAttribute(HANDLE)))
                .forEach(session -> {
                    delete(session.getId());
                    signedOut(account, session.getAttribute(BROWSER));
                });
    }

    /** Where a session does not know its browser, it may have been any. */
    private void signedOut(Account.Id account, @Nullable String browser) {
        events.publishEvent(
                browser == null
                        ? new SignedOut.Everywhere(account)
                        : new SignedOut.At(account, browser));
    }

    /** All but this one. */
    void endOthers(Account.Id account, HttpServletRequest request) {
        var here = request.getSession(false);
        of(account).stream()
                .map(Session::getId)
                .filter(id -> here == null || !id.equals(here.getId()))
                .forEach(this::delete);
        events.publishEvent(
                browser(request)
                        .<SignedOut>map(browser -> new SignedOut.Elsewhere(account, browser))
                        .orElseGet(() -> new SignedOut.Everywhere(account)));
    }

    public void endAll(Account.Id account) {
        jdbc.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
        events.publishEvent(new SignedOut.Everywhere(account));
    }

    /** Those of everybody else, and whatever belongs to nobody yet. */
    public void endAllBut(Account.Id account) {
        jdbc.sql("delete from spring_session where principal_name is distinct from :account")
                .param("account", account.toString())
                .update();
        events.publishEvent(new SignedOut.Others(account));
    }

    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            var browser = browser(request).orElse(null);
            account(request).ifPresent(account -> signedOut(account, browser));
            delete(session.getId());
            session.invalidate();
        }
    }

    private void delete(String id) {
        jdbc.sql("delete from spring_session where session_id = :id").param("id", id).update();
    }

    /** Nobody is signed in; where they wanted to go on is not forgotten. */
    void restart(HttpServletRequest request) {
        renewed(request);
    }

    private HttpSession renewed(HttpServletRequest request) {
        var onward = onward(request);
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        var session = request.getSession(true);
        onward.ifPresent(page -> session.setAttribute(ONWARD, page.path()));
        return session;
    }

    private List<? extends Session> of(Account.Id account) {
        var repository = all.getIfAvailable();
        return repository == null
                ? List.of()
                : List.copyOf(repository.findByPrincipalName(account.toString()).values());
    }

    private static SignedInAt seen(Session session, boolean isThisOne) {
        String handle = session.getAttribute(HANDLE);
        String device = session.getAttribute(DEVICE);
        return new SignedInAt(
                handle == null ? new UUID(0, 0) : UUID.fromString(handle),
                device == null ? "?" : device,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                isThisOne);
    }

    private static Account.Id id(String id) {
        return new Account.Id(UUID.fromString(id));
    }

    private boolean isFresh(HttpSession session) {
        var proven = (Long) session.getAttribute(PROVEN);
        return proven != null
                && Instant.ofEpochMilli(proven).plus(PATIENCE).isAfter(clock.instant());
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
