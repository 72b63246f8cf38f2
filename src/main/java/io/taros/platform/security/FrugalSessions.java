package io.taros.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Spring Session asks for a request's session up to three times, and writes on every request when
 * it was used last. Here a request reads each session once, and the time is written if it is a
 * minute off: so long may a session of {@code spring.session.timeout} end too early. That it ended
 * is seen by the next request as ever.
 */
final class FrugalSessions<S extends Session>
        implements FindByIndexNameSessionRepository<FrugalSessions.Kept<S>> {
    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> all;

    FrugalSessions(FindByIndexNameSessionRepository<S> all) {
        this.all = all;
    }

    @Override
    public Kept<S> createSession() {
        return new Kept<>(all.createSession());
    }

    @Override
    public void save(Kept<S> session) {
        all.save(session.inner);
    }

    @Override
    @SuppressWarnings("unchecked") // What a request knows comes from here.
    public @Nullable Kept<S> findById(String id) {
        return (Kept<S>) SessionMemory.known().computeIfAbsent(id, this::find).orElse(null);
    }

    private Optional<Session> find(String id) {
        return Optional.ofNullable(all.findById(id)).map(Kept::new);
    }

    @Override
    public void deleteById(String id) {
        all.deleteById(id);
        SessionMemory.known().put(id, Optional.empty());
    }

    @Override
    public Map<String, Kept<S>> findByIndexNameAndIndexValue(String name, String value) {
        return all.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, found -> new Kept<>(found.getValue())));
    }

    static final class Kept<S extends Session> implements Session {
        private final S inner;

        Kept(S inner) {
            this.inner = inner;
        }

        @Override
        public String getId() {
            return inner.getId();
        }

        @Override
        public String changeSessionId() {
            return inner.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return inner.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return inner.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            if (value == null) {
                inner.removeAttribute(name);
            } else {
                inner.setAttribute(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            inner.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return inner.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (time.isAfter(inner.getLastAccessedTime().plus(EXACT_TO))) {
                inner.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return inner.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            inner.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return inner.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return inner.isExpired();
        }
    }
}
