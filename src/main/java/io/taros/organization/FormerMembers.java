package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.crypto.Secret;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the bound organization removed. They come back by an invitation alone, not by themselves:
 * neither with their account nor with another of the address they had, not even when they erased
 * the first.
 *
 * <p>Of the address its hash is kept, sealed: whoever has the rows alone cannot try addresses on
 * them. Those of an organization are few, so all are opened to find one.
 */
@Repository
@Transactional
class FormerMembers {
    private record Row(UUID id, byte[] sealedAddressHash) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final OrganizationKeys keys;
    private final Ids ids;
    private final InstantSource clock;

    FormerMembers(
            JdbcClient jdbc,
            Accounts accounts,
            OrganizationKeys keys,
            Ids ids,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    void add(Account.Id account) {
        accounts.find(account)
                .ifPresent(known -> {
                    forget(account, known.email());
                    add(account, ids.next(), known.email());
                });
    }

    private void add(Account.Id account, UUID id, String email) {
        jdbc.sql(
                        """
                        insert into former_member (organization_id, id, account_id, sealed_address_hash, removed_at)
                        values (:organization, :id, :account, :hash, :now)
                        on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("account", account)
                .param("hash", keys.encrypt(hash(email), contextOf(id)))
                .param("now", clock.instant())
                .update();
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
        return !withAddress(email).isEmpty();
    }

    /** Whoever is invited again is welcome again. */
    void forget(Account.Id account, String email) {
        jdbc.sql(
                        """
                        delete from former_member
                        where organization_id = :organization and (account_id = :account or id = any(:ids))
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .param("ids", withAddress(email))
                .update();
    }

    private List<UUID> withAddress(String email) {
        var hash = hash(email);
        return jdbc
                .sql(
                        """
                        select id, sealed_address_hash from former_member where organization_id = :organization
                        """)
                .param("organization", Tenancy.organization())
                .query(Row.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .filter(row -> MessageDigest.isEqual(hash, opened(row)))
                .map(Row::id)
                .toList();
    }

    private byte[] opened(Row row) {
        return keys.decrypt(row.sealedAddressHash(), contextOf(row.id()));
    }

    private static String contextOf(UUID id) {
        return "former_member.address_hash:" + id;
    }

    private static byte[] hash(String email) {
        return Secret.hash(Tenancy.organization() + " " + email.strip().toLowerCase(Locale.ROOT));
    }
}
