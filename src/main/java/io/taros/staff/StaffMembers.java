package io.taros.staff;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.StaffRole;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is staff. Whoever changes that is bound to the installation, in whose audit log it is
 * written. There is always an administrator, once there was one.
 */
@Repository
@Transactional
class StaffMembers {
    private static final String SELECT = "select account_id, role, added_at from staff_member";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;

    StaffMembers(JdbcClient jdbc, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** One row of no tenant, read on every page: it begins no transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<StaffMember> find(Account.Id account) {
        return jdbc.sql(SELECT + " where account_id = :account")
                .param("account", account)
                .query(StaffMember.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<StaffMember> list() {
        return jdbc.sql(SELECT + " order by added_at, account_id").query(StaffMember.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Adds somebody, or gives them another role; in force with their next request. */
    public void set(Account.Id account, StaffRole role) {
        lock();
        var before = find(account);
        if (before.isPresent() && before.get().role() == role) {
            return;
        }
        if (role != StaffRole.ADMINISTRATOR) {
            before.ifPresent(this::keepAnAdministrator);
        }
        jdbc.sql(
                        """
                        insert into staff_member (account_id, role, added_at) values (:account, :role, :now)
                        on conflict (account_id) do update set role = excluded.role
                        """)
                .param("account", account)
                .param("role", role)
                .param("now", clock.instant())
                .update();
        audit.record(
                before.isEmpty() ? StaffAction.STAFF_ADDED : StaffAction.STAFF_CHANGED,
                account,
                Map.of("role", before.map(old -> old.role() + " → ").orElse("") + role));
    }

    public void remove(Account.Id account) {
        lock();
        var going = find(account).orElseThrow(NotFound::new);
        keepAnAdministrator(going);
        jdbc.sql("delete from staff_member where account_id = :account")
                .param("account", account)
                .update();
        audit.record(StaffAction.STAFF_REMOVED, account, Map.of("role", going.role().name()));
    }

    private void keepAnAdministrator(StaffMember going) {
        var isTheLast =
                going.role() == StaffRole.ADMINISTRATOR
                        && list().stream()
                                .filter(member -> member.role() == StaffRole.ADMINISTRATOR)
                                .allMatch(member -> member.accountId().equals(going.accountId()));
        if (isTheLast) {
            throw new Conflict("staff.input.last-administrator");
        }
    }

    /** Two administrators who go at the same moment must not leave nobody behind. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('taros.staff'))").query().singleRow();
    }
}
