package io.taros.account;

import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All accounts of the installation. */
@Repository
public class Accounts {
    /**
     * Whoever reads a page.
     *
     * @param timeZone the organization's where absent
     */
    public record Reader(String name, @Nullable ZoneId timeZone) {}

    /**
     * What somebody who signs in is measured by.
     *
     * @param hash absent without a password
     * @param isKnownHere whether the account signed in from this browser before
     */
    record Credentials(Account.Id id, @Nullable String hash, boolean isKnownHere) {}

    /** What has to be known before somebody is let in. */
    record Entrant(String email, boolean hasSecondFactor) {}

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

    public Optional<Reader> findReader(Account.Id id) {
        return jdbc.sql("select name, time_zone from account where id = :id")
                .param("id", id)
                .query(Reader.class)
                .optional();
    }

    Account get(Account.Id id) {
        return find(id).orElseThrow(NotFound::new);
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

    /** For those who hold a proof of the address, such as an invitation sent to it. */
    public Optional<Account> findByEmail(String email) {
        return jdbc.sql(
                        "select id, email, name, locale, created_at from account where lower(email)"
                                + " = lower(:email)")
                .param("email", email.strip())
                .query(Account.class)
                .optional();
    }

    Optional<String> findPasswordHash(Account.Id id) {
        return jdbc.sql("select hash from account_password where account_id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public boolean hasPassword(Account.Id id) {
        return findPasswordHash(id).isPresent();
    }

    /** Whether somebody has shown that mail to the address reaches the account's owner. */
    public boolean isAddressProven(Account.Id id) {
        return jdbc.sql("select address_proven_at is not null from account where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Since when that is so; empty for an address that nobody has shown to be theirs. */
    public Optional<Instant> addressProvenAt(Account.Id id) {
        return jdbc.sql(
                        "select address_proven_at from account where id = :id and address_proven_at is not null")
                .param("id", id)
                .query(Instant.class)
                .optional();
    }

    /** The address it has now. */
    @Transactional
    public void prove(Account.Id id) {
        jdbc.sql("update account set address_proven_at = :now where id = :id")
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    Optional<Credentials> findCredentials(String email, Devices.Here here) {
        return jdbc.sql(
                        """
                        select a.id, p.hash, exists(select from account_device d
                            where d.account_id = a.id and d.hash = :device::bytea and d.last_seen > :oldest) as is_known_here
                        from account a left join account_password p on p.account_id = a.id
                        where lower(a.email) = lower(:email)
                        """)
                .param("email", email.strip())
                .param("device", here.hash())
                .param("oldest", here.oldest())
                .query(Credentials.class)
                .optional();
    }

    Entrant getEntrant(Account.Id id) {
        return jdbc.sql(
                        """
                        select email,
                            exists(select from account_totp where account_id = :id and confirmed_at is not null)
                            or exists(select from account_passkey where account_id = :id) as has_second_factor
                        from account where id = :id
                        """)
                .param("id", id)
                .query(Entrant.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public Account.Id nextId() {
        return new Account.Id(ids.next());
    }

    /** The hash is made beforehand, outside the transaction: it takes its time by design. */
    @Transactional
    public void add(Account.Id id, NewAccount account, String passwordHash) {
        add(new Account(id, account.email(), account.name(), account.locale(), clock.instant()));
        setPassword(id, passwordHash);
    }

    @Transactional
    void add(Account account) {
        try {
            jdbc.sql(
                            """
                            insert into account (id, email, name, locale, created_at)
                            values (:id, :email, :name, :locale, :now)
                            """)
                    .param("id", account.id())
                    .param("email", account.email())
                    .param("name", account.name())
                    .param("locale", account.locale())
                    .param("now", account.createdAt())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Conflict("account.input.email-taken");
        }
    }

    @Transactional
    void setPassword(Account.Id id, String hash) {
        jdbc.sql(
                        """
                        insert into account_password (account_id, hash, changed_at)
                        values (:id, :hash, :now)
                        on conflict (account_id) do update set hash = excluded.hash, changed_at = excluded.changed_at
                        """)
                .param("id", id)
                .param("hash", hash)
                .param("now", clock.instant())
                .update();
    }

    @Transactional
    void setEmail(Account.Id id, String email) {
        try {
            jdbc.sql("update account set email = :email where id = :id")
                    .param("id", id)
                    .param("email", email)
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Conflict("account.input.email-taken");
        }
    }

    /** The password, and whatever else proves the account and is younger than this. */
    @Transactional
    void forgetProofsSince(Account.Id id, Instant since) {
        for (var forget :
                List.of(
                        "delete from account_password where account_id = :id",
                        "delete from account_identity where account_id = :id and linked_at >= :since",
                        "delete from account_totp where account_id = :id and confirmed_at >= :since",
                        "delete from account_passkey where account_id = :id and created_at >= :since",
                        "delete from recovery_code where account_id = :id and created_at >= :since")) {
            jdbc.sql(forget).param("id", id).param("since", since).update();
        }
    }
}
