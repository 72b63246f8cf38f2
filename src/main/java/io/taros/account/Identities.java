package io.taros.account;

import io.taros.platform.identity.Identity;
import io.taros.platform.sql.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which identities open which account. Found by issuer and subject and by nothing else: an e-mail
 * can come to belong to somebody else.
 */
@Repository
class Identities {
    /** One that is linked. */
    record Linked(String provider, String label) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Identities(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Account.Id> find(Identity identity) {
        return jdbc.sql(
                        """
                        select account_id from account_identity
                        where issuer = :issuer and subject = :subject
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional()
                .map(Account.Id::new);
    }

    @Transactional(readOnly = true)
    List<Linked> list(Account.Id account) {
        return jdbc
                .sql(
                        """
                        select provider, label from account_identity
                        where account_id = :account order by linked_at
                        """)
                .param("account", account)
                .query(Linked.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * False if it is linked already, to this account or another, or the account has another of this
     * provider.
     */
    @Transactional
    boolean add(Account.Id account, String provider, Identity identity) {
        return jdbc.sql(
                                """
                                insert into account_identity (id, account_id, provider, issuer, subject, label, linked_at)
                                values (:id, :account, :provider, :issuer, :subject, :label, :now)
                                on conflict do nothing
                                """)
                        .param("id", ids.next())
                        .param("account", account)
                        .param("provider", provider)
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("label", label(identity))
                        .param("now", clock.instant())
                        .update()
                == 1;
    }

    @Transactional
    void use(Identity identity) {
        jdbc.sql(
                        """
                        update account_identity set last_used_at = :now
                        where issuer = :issuer and subject = :subject
                        """)
                .param("now", clock.instant())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .update();
    }

    @Transactional
    boolean remove(Account.Id account, String provider) {
        return jdbc.sql(
                                "delete from account_identity where account_id = :account and provider = :provider")
                        .param("account", account)
                        .param("provider", provider)
                        .update()
                > 0;
    }

    static String label(Identity identity) {
        var email = identity.verifiedEmail();
        return email == null ? identity.name() : email;
    }
}
