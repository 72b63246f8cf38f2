package io.taros.account;

import io.taros.platform.sql.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** From one address to another. */
@Repository
class AddressChanges {
    record Change(UUID id, Account.Id accountId, String oldEmail, String newEmail) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    AddressChanges(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whoever asked for another address before the password changed has to ask again. */
    @Transactional
    void forget(Account.Id account) {
        jdbc.sql("delete from address_change where account_id = :account and confirmed_at is null")
                .param("account", account)
                .update();
    }

    /** The latest wish counts; earlier ones that were never confirmed are forgotten. */
    @Transactional
    UUID add(Account account, String email) {
        forget(account.id());
        var id = ids.next();
        jdbc.sql(
                        """
                        insert into address_change (id, account_id, old_email, new_email, asked_at)
                        values (:id, :account, :old, :new, :now)
                        """)
                .param("id", id)
                .param("account", account.id())
                .param("old", account.email())
                .param("new", email)
                .param("now", clock.instant())
                .update();
        return id;
    }

    /** One that was taken back is none. */
    @Transactional(readOnly = true)
    Optional<Change> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, account_id, old_email, new_email from address_change
                        where id = :id and undone_at is null
                        """)
                .param("id", id)
                .query(Change.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Instant askedAt(UUID id) {
        return jdbc.sql("select asked_at from address_change where id = :id")
                .param("id", id)
                .query(Instant.class)
                .single();
    }

    /** What was asked for and waits for its mail to be answered. */
    @Transactional(readOnly = true)
    Optional<Change> waiting(Account.Id account) {
        return jdbc.sql(
                        """
                        select id, account_id, old_email, new_email from address_change
                        where account_id = :account and confirmed_at is null and undone_at is null
                        """)
                .param("account", account)
                .query(Change.class)
                .optional();
    }

    @Transactional
    void confirm(UUID id) {
        jdbc.sql("update address_change set confirmed_at = :now where id = :id")
                .param("id", id)
                .param("now", clock.instant())
                .update();
    }

    /** This one and all that were asked for after it. */
    @Transactional
    List<UUID> undoFrom(Change first) {
        return jdbc
                .sql(
                        """
                        update address_change set undone_at = :now
                        where account_id = :account and undone_at is null
                          and asked_at >= (select asked_at from address_change where id = :id)
                        returning id
                        """)
                .param("now", clock.instant())
                .param("account", first.accountId())
                .param("id", first.id())
                .query(UUID.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
