package io.taros.partner;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.Secret;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound partner's domain, and whose a domain is that is served. */
@Repository
@Transactional
class PartnerDomains {
    private static final int TOKEN = 32;

    private final JdbcClient jdbc;
    private final CrossOrganization everybody;
    private final InstantSource clock;
    private final Audit audit;

    PartnerDomains(JdbcClient jdbc, CrossOrganization everybody, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.everybody = everybody;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<PartnerDomain> find() {
        return jdbc.sql(
                        """
                        select domain, token, verified_at, missed_at, silent_since from partner_domain
                        where organization_id = :partner
                        """)
                .param("partner", Tenancy.organization())
                .query(PartnerDomain.class)
                .optional();
    }

    /** Whose a domain is that is served; with whatever organization bound, or none. */
    @Transactional(readOnly = true)
    public Optional<OrganizationId> whose(String domain) {
        return jdbc.sql(
                        """
                        select organization_id from partner_domain where domain = :domain and verified_at is not null
                        """)
                .param("domain", domain)
                .query(UUID.class)
                .optional()
                .map(OrganizationId::new);
    }

    /** In place of the one of before; to be served once it is verified. */
    public void replace(String domain) {
        if (find().filter(present -> present.domain().equals(domain)).isPresent()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into partner_domain (organization_id, domain, token, added_at)
                        values (:partner, :domain, :token, :now)
                        on conflict (organization_id) do update set domain = excluded.domain, token = excluded.token,
                            added_at = excluded.added_at, verified_at = null, missed_at = null, silent_since = null
                        """)
                .param("partner", Tenancy.organization())
                .param("domain", domain)
                .param("token", Secret.fresh().substring(0, TOKEN))
                .param("now", clock.instant())
                .update();
        audit.record(PartnerAction.DOMAIN_ADDED, Tenancy.organization(), Map.of("domain", domain));
    }

    public void remove() {
        find().ifPresent(present -> {
            jdbc.sql("delete from partner_domain where organization_id = :partner")
                    .param("partner", Tenancy.organization())
                    .update();
            audit.record(
                    PartnerAction.DOMAIN_REMOVED,
                    Tenancy.organization(),
                    Map.of("domain", present.domain()));
        });
    }

    /** Its name server says so; nobody else has it from then on. */
    public void verify(PartnerDomain domain) {
        var verified =
                jdbc.sql(
                                """
                                update partner_domain
                                set verified_at = coalesce(verified_at, :now), missed_at = null, silent_since = null
                                where organization_id = :partner and domain = :domain and token = :token
                                """)
                        .param("now", clock.instant())
                        .param("partner", Tenancy.organization())
                        .param("domain", domain.domain())
                        .param("token", domain.token())
                        .update();
        if (verified == 1 && !domain.isVerified()) {
            audit.record(
                    PartnerAction.DOMAIN_VERIFIED,
                    Tenancy.organization(),
                    Map.of("domain", domain.domain()));
        }
    }

    /** Nobody says anything, which means little at first. */
    public void hush(PartnerDomain domain) {
        jdbc.sql(
                        """
                        update partner_domain set silent_since = coalesce(silent_since, :now)
                        where organization_id = :partner and domain = :domain and verified_at is not null
                        """)
                .param("now", clock.instant())
                .param("partner", Tenancy.organization())
                .param("domain", domain.domain())
                .update();
    }

    /** It answers, whatever it says. */
    public void hear(PartnerDomain domain) {
        jdbc.sql(
                        """
                        update partner_domain set silent_since = null
                        where organization_id = :partner and domain = :domain and silent_since is not null
                        """)
                .param("partner", Tenancy.organization())
                .param("domain", domain.domain())
                .update();
    }

    /**
     * It is not said any more; served for a while, without links to it, and then not.
     *
     * @return whether it is served no more
     */
    public boolean miss(PartnerDomain domain, Instant latest) {
        jdbc.sql(
                        """
                        update partner_domain set missed_at = coalesce(missed_at, :now),
                            verified_at = case when missed_at <= :latest then null else verified_at end
                        where organization_id = :partner and domain = :domain and verified_at is not null
                        """)
                .param("now", clock.instant())
                .param("latest", latest)
                .param("partner", Tenancy.organization())
                .param("domain", domain.domain())
                .update();
        var isLost = find().filter(PartnerDomain::isVerified).isEmpty();
        if (isLost) {
            audit.record(
                    PartnerAction.DOMAIN_LOST,
                    Tenancy.organization(),
                    Map.of("domain", domain.domain()));
        }
        return isLost;
    }

    /** Those who had it before, whose token its name server does not say any more. */
    List<OrganizationId> others(String domain) {
        var partner = Tenancy.organization();
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                update partner_domain set verified_at = null
                                where domain = :domain and organization_id <> :partner and verified_at is not null
                                returning organization_id
                                """)
                        .param("domain", domain)
                        .param("partner", partner)
                        .query(UUID.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }
}
