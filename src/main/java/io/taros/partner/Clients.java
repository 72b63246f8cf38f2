package io.taros.partner;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who manages whom: read from both sides, written from the client's. */
@Repository
@Transactional
class Clients {
    private static final String SELECT =
            "select organization_id, partner_id, since, refused_at from client where ";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Clients(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The bound organization as a client; empty if it is none. */
    @Transactional(readOnly = true)
    public Optional<Client> own() {
        return Tenancy.find()
                .flatMap(organization ->
                        jdbc.sql(SELECT + "organization_id = :organization")
                                .param("organization", organization)
                                .query(Client.class)
                                .optional());
    }

    /** The bound organization's clients, the oldest first. */
    @Transactional(readOnly = true)
    public List<Client> list() {
        return jdbc
                .sql(SELECT + "partner_id = :partner order by since, organization_id")
                .param("partner", Tenancy.organization())
                .query(Client.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Of the bound organization; another's is not found. */
    @Transactional(readOnly = true)
    public Client get(OrganizationId client) {
        return jdbc.sql(SELECT + "partner_id = :partner and organization_id = :client")
                .param("partner", Tenancy.organization())
                .param("client", client)
                .query(Client.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The bound organization is managed from now on. */
    void add(OrganizationId partner) {
        jdbc.sql(
                        """
                        insert into client (organization_id, partner_id, since) values (:organization, :partner, :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("partner", partner)
                .param("now", clock.instant())
                .update();
    }

    /** The bound organization stays this partner's client until the transaction ends. */
    void hold(OrganizationId partner) {
        var held =
                jdbc.sql(
                                """
                                select organization_id from client
                                where organization_id = :organization and partner_id = :partner for update
                                """)
                        .param("organization", Tenancy.organization())
                        .param("partner", partner)
                        .query(UUID.class)
                        .optional();
        if (held.isEmpty()) {
            throw new NotFound();
        }
    }

    /** Somebody of its partner goes into the bound organization. */
    void enter(Account.Id account) {
        jdbc.sql(
                        """
                        insert into client_visit (organization_id, account_id, entered_at)
                        values (:organization, :account, :now)
                        on conflict (organization_id, account_id) do update set entered_at = excluded.entered_at
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .param("now", clock.instant())
                .update();
    }

    /** Whether somebody went into the bound organization, and nobody was put out since. */
    @Transactional(readOnly = true)
    public boolean isInside(Account.Id account) {
        return jdbc.sql(
                        """
                        select exists(select from client_visit
                        where organization_id = :organization and account_id = :account)
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Nobody of its partner is in the bound organization any more; not even once they may be. */
    void putOut() {
        jdbc.sql("delete from client_visit where organization_id = :organization")
                .param("organization", Tenancy.organization())
                .update();
    }

    boolean refuse() {
        return jdbc.sql(
                                """
                                update client set refused_at = :now
                                where organization_id = :organization and refused_at is null
                                """)
                        .param("now", clock.instant())
                        .param("organization", Tenancy.organization())
                        .update()
                > 0;
    }

    boolean admit() {
        return jdbc.sql(
                                """
                                update client set refused_at = null
                                where organization_id = :organization and refused_at is not null
                                """)
                        .param("organization", Tenancy.organization())
                        .update()
                > 0;
    }

    boolean remove() {
        return jdbc.sql("delete from client where organization_id = :organization")
                        .param("organization", Tenancy.organization())
                        .update()
                > 0;
    }
}
