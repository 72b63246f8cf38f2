package io.taros.account;

import io.taros.platform.sql.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Public keys, the private ones of which devices and password managers hold. */
@Repository
class Passkeys {
    static final int MOST = 20;
    static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Passkeys(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Passkey> list(Account.Id account) {
        return jdbc
                .sql(
                        """
                        select id, account_id, credential_id, public_key, counter, syncable, synced, name, created_at,
                            last_used_at
                        from account_passkey where account_id = :account order by created_at, id
                        """)
                .param("account", account)
                .query(Passkey.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<Passkey> find(byte[] credentialId) {
        return jdbc.sql(
                        """
                        select id, account_id, credential_id, public_key, counter, syncable, synced, name, created_at,
                            last_used_at
                        from account_passkey where credential_id = :credential
                        """)
                .param("credential", credentialId)
                .query(Passkey.class)
                .optional();
    }

    @Transactional(readOnly = true)
    int count(Account.Id account) {
        return jdbc.sql("select count(*) from account_passkey where account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** False if it is somebody's already. */
    @Transactional
    boolean add(Account.Id account, String name, WebAuthn.Made made) {
        return jdbc.sql(
                                """
                                insert into account_passkey (id, account_id, credential_id, public_key, counter,
                                    syncable, synced, name, created_at)
                                values (:id, :account, :credential, :key, :counter, :syncable, :synced, :name, :now)
                                on conflict do nothing
                                """)
                        .param("id", ids.next())
                        .param("account", account)
                        .param("credential", made.credentialId())
                        .param("key", made.publicKey())
                        .param("counter", made.counter())
                        .param("syncable", made.syncable())
                        .param("synced", made.synced())
                        .param("name", name)
                        .param("now", clock.instant())
                        .update()
                == 1;
    }

    /**
     * False if it has counted this far before: then there may be two of it. One that counts nothing
     * says 0 for ever.
     */
    @Transactional
    boolean use(UUID id, long counter, boolean synced) {
        return jdbc.sql(
                                """
                                update account_passkey set counter = :counter, synced = :synced, last_used_at = :now
                                where id = :id and (counter < :counter or counter = 0 and :counter = 0)
                                """)
                        .param("counter", counter)
                        .param("synced", synced)
                        .param("now", clock.instant())
                        .param("id", id)
                        .update()
                == 1;
    }

    @Transactional
    void rename(Account.Id account, UUID id, String name) {
        jdbc.sql("update account_passkey set name = :name where id = :id and account_id = :account")
                .param("name", name)
                .param("id", id)
                .param("account", account)
                .update();
    }

    @Transactional
    boolean remove(Account.Id account, UUID id) {
        return jdbc.sql("delete from account_passkey where id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }
}
