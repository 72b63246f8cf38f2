package io.taros.platform.retention;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What of the bound organization must not be removed, because somebody will need it to make or to
 * meet a claim (GDPR Art. 17(3)(e)). Every hold has an end.
 */
@Repository
public class Holds {
    private record Row(
            Hold.Id id,
            boolean isWhole,
            int threads,
            byte[] sealedReason,
            @Nullable UUID placedBy,
            Instant placedAt,
            Instant until,
            @Nullable Instant liftedAt) {}

    private record HeldThread(UUID thread, Instant until) {}

    private record InForce(boolean isWhole, @Nullable UUID thread) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    Holds(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            Audit audit,
            Ids ids,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** On everything the organization has. */
    public Hold.Id placeOnAll(String reason, Instant until, @Nullable UUID by) {
        return place(reason, until, by, List.of());
    }

    /** On some of what was said. */
    public Hold.Id placeOn(
            Collection<UUID> threads, String reason, Instant until, @Nullable UUID by) {
        if (threads.isEmpty()) {
            throw new IllegalArgumentException("A hold on nothing would be one on everything");
        }
        return place(reason, until, by, threads);
    }

    private Hold.Id place(
            String reason, Instant until, @Nullable UUID by, Collection<UUID> threads) {
        var id = new Hold.Id(ids.next());
        var sealed = keys.encryptText(reason, contextOf(id));
        transactions.executeWithoutResult(status -> {
            waitForRemovals();
            jdbc.sql(
                            """
                            insert into legal_hold (organization_id, id, is_whole, sealed_reason, placed_by, placed_at, until)
                            values (:organization, :id, :whole, :reason, :by, :now, :until)
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", id)
                    .param("whole", threads.isEmpty())
                    .param("reason", sealed)
                    .param("by", by)
                    .param("now", clock.instant())
                    .param("until", until)
                    .update();
            jdbc.sql(
                            """
                            insert into legal_hold_thread (organization_id, hold_id, thread_id)
                            select :organization, :id, t from unnest(:threads::uuid[]) t
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", id)
                    .param("threads", threads)
                    .update();
            audit.record(
                    HoldAction.PLACED,
                    id,
                    Map.of(
                            "until",
                            until.toString(),
                            "conversations",
                            threads.isEmpty() ? "*" : String.valueOf(threads.size())));
        });
        return id;
    }

    public void lift(Hold.Id id) {
        lift(id, Map.of());
    }

    /**
     * What was held goes with the next run, if its time has come meanwhile.
     *
     * @param detail what the audit log says of it beside
     */
    public void lift(Hold.Id id, Map<String, String> detail) {
        transactions.executeWithoutResult(status -> {
            var lifted =
                    jdbc.sql(
                                    "update legal_hold set lifted_at = :now where id = :id and lifted_at is null and until > :now")
                            .param("now", clock.instant())
                            .param("id", id)
                            .update();
            if (lifted == 0) {
                throw new NotFound();
            }
            audit.record(HoldAction.LIFTED, id, detail);
        });
    }

    /** The newest first; those that are over, too. */
    public List<Hold> list() {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, is_whole, (select count(*)::int from legal_hold_thread t where t.hold_id = h.id) as threads,
                                            sealed_reason, placed_by, placed_at, until, lifted_at
                                        from legal_hold h order by placed_at desc, id desc
                                        """)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::open).toList();
    }

    /**
     * What must stay, for whoever removes something in the same transaction: until it ends nobody
     * places another hold, so that none is placed between this and the removal.
     *
     * @param at the moment of which is asked
     */
    public Held forRemoval(Instant at) {
        return transactions.execute(status -> {
            letNobodyPlace();
            return held(at);
        });
    }

    /** What must stay, for whoever only wants to know. */
    public Held held(Instant at) {
        return transactions.execute(status -> {
            var rows =
                    jdbc
                            .sql(
                                    """
                                    select h.is_whole, t.thread_id as thread from legal_hold h left join legal_hold_thread t
                                        on t.organization_id = h.organization_id and t.hold_id = h.id
                                    where h.lifted_at is null and h.until > :at
                                    """)
                            .param("at", at)
                            .query(InForce.class)
                            .stream()
                            .map(Objects::requireNonNull)
                            .toList();
            return new Held(
                    rows.stream().anyMatch(InForce::isWhole),
                    rows.stream()
                            .flatMap(row -> Stream.ofNullable(row.thread()))
                            .collect(Collectors.toUnmodifiableSet()));
        });
    }

    /**
     * For whoever removes in the same transaction what was not said with a visitor: it stays while
     * everything does.
     *
     * @throws Conflict while everything is held
     */
    public void refuseIfAllIsHeld() {
        if (forRemoval(clock.instant()).isAll()) {
            throw new Conflict("platform.input.held");
        }
    }

    /** Until when this, or everything, is held now. */
    public Optional<Instant> until(UUID thread) {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select until from legal_hold h where lifted_at is null and until > :now
                                  and (is_whole or exists (select from legal_hold_thread t
                                    where t.organization_id = h.organization_id and t.hold_id = h.id and t.thread_id = :thread))
                                order by until desc limit 1
                                """)
                        .param("now", clock.instant())
                        .param("thread", thread)
                        .query(Instant.class)
                        .optional());
    }

    /**
     * Of these, what is held now, and until when; in the caller's transaction, if there is one, and
     * then nobody holds more before it ends.
     */
    public Map<UUID, Instant> until(Collection<UUID> threads) {
        return transactions.execute(status -> {
            letNobodyPlace();
            return jdbc
                    .sql(
                            """
                            select thread, max(h.until) as until from unnest(:threads::uuid[]) thread join legal_hold h
                                on h.lifted_at is null and h.until > :now
                            where h.is_whole or exists (select from legal_hold_thread t
                                where t.organization_id = h.organization_id and t.hold_id = h.id and t.thread_id = thread)
                            group by thread
                            """)
                    .param("threads", threads)
                    .param("now", clock.instant())
                    .query(HeldThread.class)
                    .list()
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(HeldThread::thread, HeldThread::until));
        });
    }

    /** Until when everything is held; as {@link #until(Collection)}. */
    public Optional<Instant> allUntil() {
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    letNobodyPlace();
                    return jdbc.sql(
                                    """
                                    select until from legal_hold where is_whole and lifted_at is null and until > :now
                                    order by until desc limit 1
                                    """)
                            .param("now", clock.instant())
                            .query(Instant.class)
                            .optional();
                }));
    }

    /** Until the transaction ends. */
    private void letNobodyPlace() {
        jdbc.sql(
                        "select pg_advisory_xact_lock_shared(hashtextextended('taros.holds.' ||"
                                + " :organization::text, 0))")
                .param("organization", Tenancy.organization())
                .query()
                .singleRow();
    }

    /** Whatever is being removed now is gone before the hold is there. */
    private void waitForRemovals() {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('taros.holds.' ||"
                                + " :organization::text, 0))")
                .param("organization", Tenancy.organization())
                .query()
                .singleRow();
    }

    private Hold open(Row row) {
        return new Hold(
                row.id(),
                row.isWhole(),
                row.threads(),
                keys.decryptText(row.sealedReason(), contextOf(row.id())),
                row.placedBy(),
                row.placedAt(),
                row.until(),
                row.liftedAt());
    }

    private static String contextOf(Hold.Id id) {
        return "legal_hold.reason:" + id.value();
    }
}
