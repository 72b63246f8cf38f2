package io.taros.platform.audit;

import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Id;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends to the bound organization's audit log, in the caller's transaction: what is rolled back
 * was never done and is not recorded.
 */
@Repository
public class Audit {
    static final String COLUMNS =
            """
            seq, at, actor_kind, actor_id, action, object_kind, object_id, request_id, version, origin, detail,
            previous_hash, hash
            """;

    /** Soon enough that little can be taken back unseen, and seldom enough to cost nothing. */
    static final Duration UNSIGNED = Duration.ofMinutes(5);

    private static final int VERSION = 2;

    /** A request, and where it came from, hashed. */
    public record Asked(String request, String origin) {}

    private record Actor(
            ActorKind kind,
            @Nullable UUID id,
            @Nullable String requestId,
            @Nullable String origin) {}

    private record Last(long seq, byte[] hash) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    private final Jobs jobs;
    private final ClientAddress addresses;
    private final JsonMapper json;

    Audit(
            JdbcClient jdbc,
            InstantSource clock,
            Jobs jobs,
            ClientAddress addresses,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.jobs = jobs;
        this.addresses = addresses;
        this.json = json;
    }

    @Transactional
    public void record(AuditAction action) {
        record(action, null);
    }

    @Transactional
    public void record(AuditAction action, @Nullable Id object) {
        record(action, object, Map.of());
    }

    /**
     * @param detail what changed and into what; names of settings and roles, never what a person is
     *     called or wrote
     */
    @Transactional
    public void record(AuditAction action, @Nullable Id object, Map<String, String> detail) {
        record(action, object, detail, actor());
    }

    /** What somebody did in a request that was answered before it could be written down. */
    @Transactional
    public void record(AuditAction action, Id object, Asked asked) {
        record(
                action,
                object,
                Map.of(),
                new Actor(
                        ActorKind.MEMBER,
                        Tenancy.findAccount().orElseThrow(),
                        asked.request(),
                        asked.origin()));
    }

    /** By what an entry names the request that is being answered. */
    public Asked asked() {
        var request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                        .getRequest();
        return new Asked(RequestId.of(request), addresses.key(request));
    }

    private void record(
            AuditAction action, @Nullable Id object, Map<String, String> detail, Actor actor) {
        var last = last();
        append(
                new AuditEntry(
                                last.seq() + 1,
                                clock.instant().truncatedTo(ChronoUnit.MICROS),
                                actor.kind(),
                                actor.id(),
                                action.code(),
                                object == null ? null : kindOf(object),
                                object == null ? null : object.value(),
                                actor.requestId(),
                                VERSION,
                                actor.origin(),
                                detail.isEmpty()
                                        ? null
                                        : json.writeValueAsString(new TreeMap<>(detail)),
                                last.hash(),
                                AuditEntry.BEGINNING)
                        .sealed());
        jobs.enqueueAt(new SignAudit(Tenancy.organization()), clock.instant().plus(UNSIGNED));
    }

    /** The newest entries first. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<AuditEntry> latest(int limit) {
        return jdbc
                .sql(
                        "select "
                                + COLUMNS
                                + """
                                from audit_entry where organization_id = :organization order by seq desc limit :limit
                                """)
                .param("organization", Tenancy.organization())
                .param("limit", limit)
                .query(AuditEntry.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * What the next entry follows; of a log of which all is over, where it was cut. Entries of one
     * organization follow one another: the next waits until this transaction ends.
     */
    private Last last() {
        return jdbc.sql("select seq, hash from taros_audit_end(:organization)")
                .param("organization", Tenancy.organization())
                .query(Last.class)
                .optional()
                .orElse(new Last(0, AuditEntry.BEGINNING));
    }

    private void append(AuditEntry entry) {
        jdbc.sql(
                        """
                        insert into audit_entry (organization_id, seq, at, actor_kind, actor_id, action, object_kind, object_id,
                            request_id, version, origin, detail, previous_hash, hash)
                        values (:organization, :seq, :at, :actorKind, :actorId, :action, :objectKind, :objectId,
                            :requestId, :version, :origin, :detail, :previousHash, :hash)
                        """)
                .param("organization", Tenancy.organization())
                .param("seq", entry.seq())
                .param("at", entry.at())
                .param("actorKind", entry.actorKind())
                .param("actorId", entry.actorId())
                .param("action", entry.action())
                .param("objectKind", entry.objectKind())
                .param("objectId", entry.objectId())
                .param("requestId", entry.requestId())
                .param("version", entry.version())
                .param("origin", entry.origin())
                .param("detail", entry.detail())
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    private Actor actor() {
        if (Tenancy.findHand().equals(Optional.of(Tenancy.Hand.OPERATOR))) {
            return new Actor(ActorKind.OPERATOR, null, null, null);
        }
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return Tenancy.findAccount()
                    .map(account -> new Actor(ActorKind.OPERATOR, account, null, null))
                    .orElse(new Actor(ActorKind.SYSTEM, null, null, null));
        }
        return actor(attributes.getRequest());
    }

    private Actor actor(HttpServletRequest request) {
        var caller = (Caller) request.getAttribute(Caller.class.getName());
        var requestId = RequestId.of(request);
        var origin = addresses.key(request);
        if (caller != null && caller.apiKey() != null) {
            return new Actor(ActorKind.API_KEY, caller.apiKey(), requestId, origin);
        }
        var kind =
                switch (Tenancy.findHand().orElse(null)) {
                    case PARTNER -> ActorKind.PARTNER;
                    case STAFF -> ActorKind.STAFF;
                    case OPERATOR -> ActorKind.OPERATOR;
                    case null -> ActorKind.MEMBER;
                };
        // What somebody does at home may have to be written down elsewhere: there they are nobody.
        var otherwise = caller == null || caller.isVisitor() ? ActorKind.VISITOR : ActorKind.SYSTEM;
        return Tenancy.findAccount()
                .map(account -> new Actor(kind, account, requestId, origin))
                .orElse(new Actor(otherwise, null, requestId, origin));
    }

    /** {@code Bot.Id} is an id of a "bot", {@code OrganizationId} of an "organization". */
    private static String kindOf(Id id) {
        var type = id.getClass();
        var name =
                type.getEnclosingClass() == null
                        ? type.getSimpleName().replaceFirst("Id$", "")
                        : type.getEnclosingClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
