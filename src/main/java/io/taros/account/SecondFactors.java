package io.taros.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What an account is asked for beside its password or a provider's word: a code of an authenticator
 * app, or a passkey. A passkey alone is both, for its device asked who holds it.
 */
@Repository
public class SecondFactors {
    private final JdbcClient jdbc;

    SecondFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isOn(Account.Id account) {
        return jdbc.sql(
                        """
                        select exists(select from account_totp where account_id = :account and confirmed_at is not null)
                            or exists(select from account_passkey where account_id = :account)
                        """)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
