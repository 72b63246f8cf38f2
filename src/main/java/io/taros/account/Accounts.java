package io.taros.account;

import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All accounts of the installation. */
@Repository
public class Accounts {
    record Credentials(Account.Id id, String hash) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Accounts(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean areThereAny() {
        return jdbc.sql("select exists(select from account)").query(Boolean.class).single();
    }

    public Optional<Account> find(Account.Id id) {
        return jdbc.sql("select id, email, name, locale, created_at from account where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /** Of those who are not known, nothing. */
    @Transactional(readOnly = true)
    public List<Account> findAll(Collection<Account.Id> wanted) {
        return jdbc
                .sql("select id, email, name, locale, created_at from account where id = any(:ids)")
                .param("ids", wanted)
                .query(Account.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    public Optional<Account> findByEmail(String email) {
        return jdbc.sql(
                        "select id, email, name, locale, created_at from account where lower(email)"
                                + " = lower(:email)")
                .param("email", email.strip())
                .query(Account.class)
                .optional();
    }

    Optional<Credentials> findCredentials(String email) {
        return jdbc.sql(
                        """
                        select a.id, p.hash from account a join account_password p on p.account_id = a.id
                        where lower(a.email) = lower(:email)
                        """)
                .param("email", email)
                .query(Credentials.class)
                .optional();
    }

    public Account.Id nextId() {
        return new Account.Id(ids.next());
    }

    /** The hash is made beforehand, outside the transaction: it takes its time by design. */
    @Transactional
    public void add(Account.Id id, NewAccount account, String passwordHash) {
        try {
            jdbc.sql(
                            """
                            insert into account (id, email, name, locale, created_at)
                            values (:id, :email, :name, :locale, :now)
                            """)
                    .param("id", id)
                    .param("email", account.email())
                    .param("name", account.name())
                    .param("locale", account.locale())
                    .param("now", clock.instant())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Conflict("account.input.email-taken");
        }
        jdbc.sql(
                        """
                        insert into account_password (account_id, hash, changed_at)
                        values (:id, :hash, :now)
                        """)
                .param("id", id)
                .param("hash", passwordHash)
                .param("now", clock.instant())
                .update();
    }
}
