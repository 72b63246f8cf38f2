package io.taros.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts whose owners closed them: they can be entered, to be opened again or erased. */
@Repository
@Transactional
public class ClosedAccounts {
    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final InstantSource clock;

    ClosedAccounts(JdbcClient jdbc, Sessions sessions, InstantSource clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Closing> find(Account.Id account) {
        return jdbc.sql(
                        "select closed_at, erase_at from account where id = :id and closed_at is not null")
                .param("id", account)
                .query(Closing.class)
                .optional();
    }

    /** Those of them that are closed. */
    @Transactional(readOnly = true)
    public Set<Account.Id> among(Collection<Account.Id> accounts) {
        return jdbc
                .sql("select id from account where id = any(:ids) and closed_at is not null")
                .param("ids", accounts)
                .query(UUID.class)
                .stream()
                .map(Objects::requireNonNull)
                .map(Account.Id::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those whose day to be erased has come, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Account.Id> due(Instant before, int most) {
        return jdbc
                .sql(
                        "select id from account where erase_at < :before order by erase_at limit :most")
                .param("before", before)
                .param("most", most)
                .query(UUID.class)
                .stream()
                .map(Objects::requireNonNull)
                .map(Account.Id::new)
                .toList();
    }

    /** Whether that changed anything. Its sessions go on: every page of theirs says so. */
    public boolean close(Account.Id account, Instant eraseAt) {
        return jdbc.sql(
                                """
                                update account set closed_at = :now, erase_at = :eraseAt
                                where id = :id and closed_at is null
                                """)
                        .param("now", clock.instant())
                        .param("eraseAt", eraseAt)
                        .param("id", account)
                        .update()
                > 0;
    }

    /** Whether that changed anything: what is being erased stays closed. */
    public boolean reopen(Account.Id account) {
        return jdbc.sql(
                                """
                                update account set closed_at = null, erase_at = null
                                where id = :id and erase_at > :now
                                """)
                        .param("id", account)
                        .param("now", clock.instant())
                        .update()
                > 0;
    }

    public boolean eraseNow(Account.Id account) {
        return jdbc.sql("update account set erase_at = :now where id = :id and erase_at > :now")
                        .param("now", clock.instant())
                        .param("id", account)
                        .update()
                > 0;
    }

    /**
     * With all that hangs on it. Its id stays where it says who did something, and names nobody.
     * Whether it was there.
     */
    public boolean erase(Account.Id account) {
        sessions.endAll(account);
        jdbc.sql(
                        "delete from registration where lower(email) = (select lower(email) from account where id = :id)")
                .param("id", account)
                .update();
        jdbc.sql("delete from account_link where subject_id = :id").param("id", account).update();
        return jdbc.sql("delete from account where id = :id").param("id", account).update() > 0;
    }
}
