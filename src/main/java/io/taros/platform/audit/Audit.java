package io.taros.platform.audit;

import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Id;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Appends to the bound organization's audit log, in the caller's transaction: what is rolled back
 * was never done and is not recorded.
 */
@Repository
public class Audit {
    private record Actor(ActorKind kind, @Nullable UUID id, @Nullable String requestId) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Audit(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void record(AuditAction action) {
        record(action, null);
    }

    @Transactional
    public void record(AuditAction action, @Nullable Id object) {
        // Entries of one organization follow one another: the next waits until this transaction
        // ends.
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('taros.audit.' ||"
                                + " :organization::text, 0))")
                .param("organization", Tenancy.organization())
                .query()
                .singleRow();
        var last = last();
        var actor = actor();
        append(
                new AuditEntry(
                                last == null ? 1 : last.seq() + 1,
                                clock.instant().truncatedTo(ChronoUnit.MICROS),
                                actor.kind(),
                                actor.id(),
                                action.code(),
                                object == null ? null : kindOf(object),
                                object == null ? null : object.value(),
                                actor.requestId(),
                                last == null ? AuditEntry.BEGINNING : last.hash(),
                                AuditEntry.BEGINNING)
                        .sealed());
    }

    /** The newest entries first. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<AuditEntry> latest(int limit) {
        return jdbc
                .sql(
                        """
                        select seq, at, actor_kind, actor_id, action, object_kind, object_id, request_id, previous_hash, hash
                        from audit_entry order by seq desc limit :limit
                        """)
                .param("limit", limit)
                .query(AuditEntry.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private @Nullable AuditEntry last() {
        var found = latest(1);
        return found.isEmpty() ? null : found.getFirst();
    }

    private void append(AuditEntry entry) {
        jdbc.sql(
                        """
                        insert into audit_entry (organization_id, seq, at, actor_kind, actor_id, action, object_kind, object_id,
                            request_id, previous_hash, hash)
                        values (:organization, :seq, :at, :actorKind, :actorId, :action, :objectKind, :objectId,
                            :requestId, :previousHash, :hash)
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
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    private static Actor actor() {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return Tenancy.findAccount()
                    .map(account -> new Actor(ActorKind.OPERATOR, account, null))
                    .orElse(new Actor(ActorKind.SYSTEM, null, null));
        }
        return actor(attributes.getRequest());
    }

    private static Actor actor(HttpServletRequest request) {
        var caller = (Caller) request.getAttribute(Caller.class.getName());
        var requestId = request.getRequestId();
        if (caller != null && caller.apiKey() != null) {
            return new Actor(ActorKind.API_KEY, caller.apiKey(), requestId);
        }
        return Tenancy.findAccount()
                .map(account -> new Actor(ActorKind.MEMBER, account, requestId))
                .orElse(new Actor(ActorKind.VISITOR, null, requestId));
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
