package io.taros.staff;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound organization's accesses for staff, with every step in its audit log. */
@Repository
@Transactional
class Accesses {
    static final String SELECT =
            """
            select organization_id, id, account_id, reason, asked_at, decided_by, expires_at, ended_at
            from staff_access
            """;

    private static final String OPEN =
            """
             where organization_id = :organization and ended_at is null and expires_at > :now
               and (account_id is null or account_id = :account)
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    Accesses(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<StaffAccess> list(int limit) {
        return jdbc
                .sql(
                        SELECT
                                + " where organization_id = :organization order by asked_at desc, id limit :limit")
                .param("organization", Tenancy.organization())
                .param("limit", limit)
                .query(StaffAccess.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<StaffAccess> find(StaffAccess.Id id) {
        return jdbc.sql(SELECT + " where organization_id = :organization and id = :id")
                .param("organization", Tenancy.organization())
                .param("id", id)
                .query(StaffAccess.class)
                .optional();
    }

    /** Lets all of the staff in; replaces what an owner gave before. */
    public void grant(Account.Id owner, Duration time) {
        jdbc.sql(
                        """
                        update staff_access set ended_at = :now
                        where organization_id = :organization and account_id is null and ended_at is null and expires_at > :now
                        """)
                .param("now", clock.instant())
                .param("organization", Tenancy.organization())
                .update();
        var until = clock.instant().plus(time);
        var id = new StaffAccess.Id(ids.next());
        jdbc.sql(
                        """
                        insert into staff_access (organization_id, id, asked_at, decided_by, decided_at, expires_at)
                        values (:organization, :id, :now, :owner, :now, :until)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("now", clock.instant())
                .param("owner", owner)
                .param("until", until)
                .update();
        audit.record(StaffAction.GRANTED, id, Map.of("until", until.toString()));
    }

    /** Whoever is inside is out with their next request. */
    public void takeBack(StaffAccess.Id id) {
        var ended =
                jdbc.sql(
                                        """
                                        update staff_access set ended_at = :now
                                        where organization_id = :organization and id = :id and ended_at is null
                                          and expires_at > :now
                                        """)
                                .param("now", clock.instant())
                                .param("organization", Tenancy.organization())
                                .param("id", id)
                                .update()
                        == 1;
        if (ended) {
            audit.record(StaffAction.TAKEN_BACK, id);
        }
    }

    /** Whether it is written down; not if they wait for a decision already. */
    public boolean ask(Account.Id account, String reason) {
        var id = new StaffAccess.Id(ids.next());
        var now = clock.instant();
        var asked =
                jdbc.sql(
                                        """
                                        insert into staff_access (organization_id, id, account_id, reason, asked_at)
                                        select :organization, :id, :account, :reason, :now
                                        where not exists (select from staff_access where organization_id = :organization
                                          and account_id = :account and decided_at is null and asked_at > :oldest)
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("id", id)
                                .param("account", account)
                                .param("reason", reason)
                                .param("now", now)
                                .param("oldest", now.minus(StaffAccess.WAITS))
                                .update()
                        == 1;
        if (asked) {
            audit.record(StaffAction.ASKED, id, Map.of("reason", reason));
        }
        return asked;
    }

    /**
     * Of a request that waits, by somebody else; false if it is neither.
     *
     * @param time for how long; refused if absent
     */
    public boolean decide(StaffAccess asked, Account.Id by, @Nullable Duration time) {
        var now = clock.instant();
        var decided =
                jdbc.sql(
                                        """
                                        update staff_access set decided_by = :by, decided_at = :now,
                                            expires_at = :until, ended_at = :ended
                                        where organization_id = :organization and id = :id and account_id <> :by
                                          and decided_at is null and asked_at > :oldest
                                        """)
                                .param("by", by)
                                .param("now", now)
                                .param("until", time == null ? null : now.plus(time))
                                .param("ended", time == null ? now : null)
                                .param("organization", Tenancy.organization())
                                .param("id", asked.id())
                                .param("oldest", now.minus(StaffAccess.WAITS))
                                .update()
                        == 1;
        if (decided) {
            audit.record(
                    time == null ? StaffAction.REFUSED : StaffAction.APPROVED,
                    asked.id(),
                    Map.of("reason", Objects.requireNonNull(asked.reason())));
        }
        return decided;
    }

    /** The one that lets somebody of the staff in, the longest if there are some. */
    @Transactional(readOnly = true)
    public Optional<StaffAccess> open(Account.Id account) {
        return jdbc.sql(SELECT + OPEN + " order by expires_at desc limit 1")
                .param("organization", Tenancy.organization())
                .param("now", clock.instant())
                .param("account", account)
                .query(StaffAccess.class)
                .optional();
    }

    /** Whether somebody went in under an access that is open still. */
    @Transactional(readOnly = true)
    public boolean isInside(Account.Id account) {
        return jdbc.sql(
                        """
                        select exists(select from staff_access a join staff_visit v
                            on v.organization_id = a.organization_id and v.access_id = a.id and v.account_id = :account
                        where a.organization_id = :organization and a.ended_at is null and a.expires_at > :now
                          and (a.account_id is null or a.account_id = :account))
                        """)
                .param("organization", Tenancy.organization())
                .param("now", clock.instant())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Each time is written down. */
    public void enter(StaffAccess access, Account.Id account) {
        jdbc.sql(
                        """
                        insert into staff_visit (organization_id, access_id, account_id, entered_at)
                        values (:organization, :access, :account, :now) on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("access", access.id())
                .param("account", account)
                .param("now", clock.instant())
                .update();
        audit.record(
                StaffAction.ENTERED,
                access.id(),
                access.reason() == null ? Map.of() : Map.of("reason", access.reason()));
    }
}
