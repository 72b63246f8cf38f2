package io.taros.inbox;

import io.taros.account.Account;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose inbox is open. */
@Repository
public class Presence {
    /** An open inbox says so more often than this. */
    static final Duration FRESH = Duration.ofSeconds(75);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Presence(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The member's inbox is open now; whoever is a guest here is never present. */
    @Transactional
    public void see(Account.Id member) {
        jdbc.sql(
                        """
                        insert into presence (organization_id, account_id, seen_at)
                        select organization_id, account_id, :now from member where organization_id = :organization and account_id = :member
                        on conflict (organization_id, account_id) do update set seen_at = excluded.seen_at
                        """)
                .param("organization", Tenancy.organization())
                .param("member", member)
                .param("now", clock.instant())
                .update();
    }

    /** The member takes no new work, or does again. */
    @Transactional
    public void away(Account.Id member, boolean isAway) {
        jdbc.sql(
                        """
                        insert into presence (organization_id, account_id, seen_at, is_away)
                        select organization_id, account_id, :now, :away from member where organization_id = :organization and account_id = :member
                        on conflict (organization_id, account_id) do update set is_away = excluded.is_away
                        """)
                .param("organization", Tenancy.organization())
                .param("member", member)
                .param("now", clock.instant())
                .param("away", isAway)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isAway(Account.Id member) {
        return jdbc.sql("select is_away from presence where account_id = :member")
                .param("member", member)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether they have their inbox open, whatever they take. */
    @Transactional(readOnly = true)
    public boolean isOpen(Account.Id member) {
        return jdbc.sql(
                        "select exists(select from presence where account_id = :member and seen_at > :since)")
                .param("member", member)
                .param("since", clock.instant().minus(FRESH))
                .query(Boolean.class)
                .single();
    }

    /** Those who are there and take work. */
    @Transactional(readOnly = true)
    public List<Account.Id> list() {
        return jdbc.sql("select account_id from presence where not is_away and seen_at > :since")
                .param("since", clock.instant().minus(FRESH))
                .query((row, number) -> new Account.Id(row.getObject(1, UUID.class)))
                .list();
    }
}
