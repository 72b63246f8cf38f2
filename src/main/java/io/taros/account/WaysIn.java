package io.taros.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What opens an account by itself: its password, the providers it is linked to, its passkeys. */
@Repository
class WaysIn {
    private final JdbcClient jdbc;

    WaysIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the transaction ends, so that of two ways in the last one cannot go twice. */
    @Transactional
    void lock(Account.Id account) {
        jdbc.sql("select id from account where id = :account for update")
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    /** Whether nothing would be left without one of them. */
    @Transactional(readOnly = true)
    boolean isOnlyOne(Account.Id account) {
        return jdbc.sql(
                        """
                        select (select count(*) from account_password where account_id = :account)
                            + (select count(*) from account_identity where account_id = :account)
                            + (select count(*) from account_passkey where account_id = :account) <= 1
                        """)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
