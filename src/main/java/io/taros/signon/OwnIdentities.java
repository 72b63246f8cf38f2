package io.taros.signon;

import io.taros.account.Account;
import io.taros.platform.identity.Identity;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which member of the bound organization is who to its provider. No other organization's provider
 * finds them, not even if it is the same one.
 */
@Repository
@Transactional
class OwnIdentities {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    OwnIdentities(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Account.Id> find(Identity identity) {
        return jdbc.sql(
                        """
                        select account_id from organization_identity
                        where organization_id = :organization and issuer = :issuer and subject = :subject
                        """)
                .param("organization", Tenancy.organization())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional()
                .map(Account.Id::new);
    }

    @Transactional(readOnly = true)
    public boolean isAnybody(Account.Id account) {
        return jdbc.sql(
                        """
                        select exists(select from organization_identity
                            where organization_id = :organization and account_id = :account)
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** False if the account is somebody else there, or the identity opens another by now. */
    boolean add(Account.Id account, Identity identity) {
        return jdbc.sql(
                                """
                                insert into organization_identity (organization_id, issuer, subject, account_id, linked_at, last_used_at)
                                values (:organization, :issuer, :subject, :account, :now, :now)
                                on conflict do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("account", account)
                        .param("now", clock.instant())
                        .update()
                > 0;
    }

    void use(Identity identity) {
        jdbc.sql(
                        """
                        update organization_identity set last_used_at = :now
                        where organization_id = :organization and issuer = :issuer and subject = :subject
                        """)
                .param("now", clock.instant())
                .param("organization", Tenancy.organization())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .update();
    }
}
