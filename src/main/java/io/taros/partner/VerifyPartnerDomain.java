package io.taros.partner;

import io.taros.partner.TellOfPartnerDomain.What;
import io.taros.partner.web.DomainPage.Looked;
import io.taros.platform.audit.Audit;
import io.taros.platform.fetch.TextRecords;
import io.taros.platform.fetch.TextRecords.Answer;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether a name server says what proves the bound partner's domain: when somebody asks, and
 * every day from then on, for a domain that was given up is soon somebody else's.
 */
@Component
class VerifyPartnerDomain implements JobHandler<CheckPartnerDomain> {
    /** Somebody may be moving it from one name server to another. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /**
     * A name server that is out of order says nothing, but so does that of a domain whose owner let
     * it go. After this long it counts as an answer.
     */
    static final Duration SILENCE = Duration.ofDays(7);

    private final PartnerDomains domains;
    private final TextRecords records;
    private final TellingOfPartnerDomain telling;
    private final Jobs jobs;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    VerifyPartnerDomain(
            PartnerDomains domains,
            TextRecords records,
            TellingOfPartnerDomain telling,
            Jobs jobs,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.domains = domains;
        this.records = records;
        this.telling = telling;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    Looked look() {
        var domain = domains.find().orElseThrow(NotFound::new);
        return switch (records.of(domain.record())) {
            case Answer.Silence() -> {
                silent(domain);
                yield Looked.SILENT;
            }
            case Answer.Texts(var texts) when texts.contains(domain.proof()) -> {
                found(domain);
                yield Looked.FOUND;
            }
            case Answer.Texts(_) -> {
                domains.hear(domain);
                miss(domain, What.MISSED);
                yield Looked.ABSENT;
            }
        };
    }

    private void silent(PartnerDomain domain) {
        domains.hush(domain);
        var since = domain.silentSince();
        if (since != null && !since.plus(SILENCE).isAfter(clock.instant())) {
            miss(domain, What.SILENT);
        }
    }

    private void miss(PartnerDomain domain, What why) {
        if (domain.isVerified()) {
            transactions.executeWithoutResult(_ -> {
                if (domains.miss(domain, clock.instant().minus(PATIENCE))) {
                    telling.tell(domain.domain(), What.LOST);
                } else if (domain.missedAt() == null) {
                    telling.tell(domain.domain(), why);
                }
            });
        }
    }

    /** The one whose token is there has it, whoever had it before. */
    private void found(PartnerDomain domain) {
        if (!domain.isVerified()) {
            for (var other : domains.others(domain.domain())) {
                lost(other, domain.domain());
            }
        }
        transactions.executeWithoutResult(_ -> {
            domains.verify(domain);
            if (!domain.isVerified()) {
                again(Tenancy.organization());
            }
        });
    }

    private void lost(OrganizationId other, String domain) {
        Tenancy.runAs(
                other,
                () ->
                        transactions.executeWithoutResult(_ -> {
                            audit.record(
                                    PartnerAction.DOMAIN_LOST, other, Map.of("domain", domain));
                            telling.tell(domain, What.LOST);
                        }));
    }

    private void again(OrganizationId partner) {
        var next = clock.instant().plus(Duration.ofDays(1));
        jobs.enqueueAt(
                new CheckPartnerDomain(partner, next.atZone(ZoneOffset.UTC).toLocalDate()), next);
    }

    @Override
    public Class<CheckPartnerDomain> type() {
        return CheckPartnerDomain.class;
    }

    /** Ends by itself where there is nothing left to look after. */
    @Override
    public void handle(CheckPartnerDomain job) {
        if (domains.find().filter(PartnerDomain::isVerified).isPresent()) {
            look();
        }
        if (domains.find().filter(PartnerDomain::isVerified).isPresent()) {
            again(job.organization());
        }
    }
}
