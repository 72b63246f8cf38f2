package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.crypto.Secret;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the bound organization removed. They come back by an invitation alone, not by themselves:
 * neither with their account nor with another of the address they had.
 */
@Repository
@Transactional
class FormerMembers {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final InstantSource clock;

    FormerMembers(JdbcClient jdbc, Accounts accounts, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    void add(Account.Id account) {
        accounts.find(account)
                .ifPresent(known ->
                        jdbc.sql(
                                        """
                                        insert into former_member (organization_id, account_id, address_hash, removed_at)
                                        values (:organization, :account, :hash, :now)
                                        on conflict (organization_id, account_id) do update set
                                            address_hash = excluded.address_hash, removed_at = excluded.removed_at
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("account", account)
                                .param("hash", hash(known.email()))
                                .param("now", clock.instant())
                                .update());
    }

    @Transactional(readOnly = true)
    public boolean isOne(Account.Id account) {
        return jdbc.sql(
                        """
                        select exists(select from former_member
                            where organization_id = :organization and account_id = :account)
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public boolean isOnes(String email) {
        return jdbc.sql(
                        """
                        select exists(select from former_member
                            where organization_id = :organization and address_hash = :hash)
                        """)
                .param("organization", Tenancy.organization())
                .param("hash", hash(email))
                .query(Boolean.class)
                .single();
    }

    /** Whoever is invited again is welcome again. */
    void forget(Account.Id account, String email) {
        jdbc.sql(
                        """
                        delete from former_member
                        where organization_id = :organization and (account_id = :account or address_hash = :hash)
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .param("hash", hash(email))
                .update();
    }

    private static byte[] hash(String email) {
        return Secret.hash(Tenancy.organization() + " " + email.strip().toLowerCase(Locale.ROOT));
    }
}
