package io.taros.signon;

import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.Secret;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The domains of the bound organization. */
@Repository
@Transactional
class Domains {
    /** More would be a list nobody reads, and as many questions a day. */
    static final int MOST = 20;

    private static final String SELECT =
            """
            select id, name, token, added_at, checked_at, answer, verified_at, missing_since,
                silent_since
            from organization_domain where organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Audit audit;

    Domains(JdbcClient jdbc, Ids ids, InstantSource clock, Jobs jobs, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Domain> list() {
        return jdbc
                .sql(SELECT + " order by name")
                .param("organization", Tenancy.organization())
                .query(Domain.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Domain> find(Domain.Id id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("organization", Tenancy.organization())
                .param("id", id)
                .query(Domain.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isVerified(String name) {
        return jdbc.sql(
                        """
                        select exists(select from organization_domain
                            where organization_id = :organization and name = :name and verified_at is not null)
                        """)
                .param("organization", Tenancy.organization())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Whether its record was there when it was looked for last; without it nobody new comes in. */
    @Transactional(readOnly = true)
    public boolean isShown(String name) {
        return list().stream()
                .filter(domain -> domain.name().equals(name))
                .anyMatch(domain -> domain.isVerified() && domain.missingSince() == null);
    }

    /** Since when it is not, while the domain still counts. */
    @Transactional(readOnly = true)
    public Optional<Instant> missingSince(String name) {
        return list().stream()
                .filter(domain -> domain.name().equals(name) && domain.isVerified())
                .findFirst()
                .map(Domain::missingSince);
    }

    void add(String typed) {
        var name = DomainName.of(typed);
        if (list().size() >= MOST) {
            throw new BadInput("domain", "signon.input.domains-full", MOST);
        }
        var id = new Domain.Id(ids.next());
        var added =
                jdbc.sql(
                                """
                                insert into organization_domain (organization_id, id, name, token, added_at)
                                values (:organization, :id, :name, :token, :now)
                                on conflict (organization_id, name) do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", id)
                        .param("name", name)
                        .param("token", Secret.fresh())
                        .param("now", clock.instant())
                        .update();
        if (added == 0) {
            throw new BadInput("domain", "signon.input.domain-known", name);
        }
        audit.record(SignOnAction.DOMAIN_ADDED, id, Map.of("domain", name));
        jobs.enqueue(new CheckDomain(Tenancy.organization(), id, clock.instant()));
    }

    void remove(Domain.Id id) {
        var domain = find(id).orElseThrow(NotFound::new);
        jdbc.sql(
                        "delete from organization_domain where organization_id = :organization and"
                                + " id = :id")
                .param("organization", Tenancy.organization())
                .param("id", id)
                .update();
        audit.record(SignOnAction.DOMAIN_REMOVED, id, Map.of("domain", domain.name()));
    }

    /** Throws what the database says where another organization has proven it. */
    void confirm(Domain domain) {
        jdbc.sql(
                        """
                        update organization_domain set checked_at = :now, answer = 'FOUND',
                            verified_at = coalesce(verified_at, :now), missing_since = null, silent_since = null
                        where organization_id = :organization and id = :id
                        """)
                .param("now", clock.instant())
                .param("organization", Tenancy.organization())
                .param("id", domain.id())
                .update();
        if (!domain.isVerified()) {
            audit.record(
                    SignOnAction.DOMAIN_VERIFIED, domain.id(), Map.of("domain", domain.name()));
        }
    }

    /**
     * Nothing follows from it at once.
     *
     * @return false if somebody looked meanwhile and knows better
     */
    boolean note(Domain domain, Domain.Answer answer) {
        return jdbc.sql(
                                """
                                update organization_domain set checked_at = :now, answer = :answer,
                                    silent_since = case when :answer = 'SILENT' then coalesce(silent_since, :now) end
                                where organization_id = :organization and id = :id
                                  and checked_at is not distinct from :seen::timestamptz
                                """)
                        .param("now", clock.instant())
                        .param("answer", answer)
                        .param("organization", Tenancy.organization())
                        .param("id", domain.id())
                        .param("seen", domain.checkedAt())
                        .update()
                > 0;
    }

    /** It still counts for those who are known already, for a while. */
    void miss(Domain domain) {
        jdbc.sql(
                        """
                        update organization_domain set missing_since = :now
                        where organization_id = :organization and id = :id
                        """)
                .param("now", clock.instant())
                .param("organization", Tenancy.organization())
                .param("id", domain.id())
                .update();
        audit.record(SignOnAction.DOMAIN_MISSING, domain.id(), Map.of("domain", domain.name()));
    }

    /** It counts no more; the record may be set again. */
    void lose(Domain domain) {
        jdbc.sql(
                        """
                        update organization_domain set verified_at = null, missing_since = null, silent_since = null
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", Tenancy.organization())
                .param("id", domain.id())
                .update();
        audit.record(SignOnAction.DOMAIN_LOST, domain.id(), Map.of("domain", domain.name()));
    }
}
