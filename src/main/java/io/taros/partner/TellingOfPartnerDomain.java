package io.taros.partner;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.partner.TellOfPartnerDomain.What;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Each owner of the bound partner gets a mail. An installation without mail has the page and the
 * audit log.
 */
@Component
class TellingOfPartnerDomain implements JobHandler<TellOfPartnerDomain> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfPartnerDomain.class);

    private final Members members;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Jobs jobs;
    private final Letters letters;
    private final Mails mails;
    private final InstantSource clock;

    TellingOfPartnerDomain(
            Members members,
            Accounts accounts,
            Organizations organizations,
            Jobs jobs,
            Letters letters,
            Mails mails,
            InstantSource clock) {
        this.members = members;
        this.accounts = accounts;
        this.organizations = organizations;
        this.jobs = jobs;
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    void tell(String domain, What what) {
        members.list().stream()
                .filter(member -> member.role().isOwner())
                .map(Member::accountId)
                .forEach((Account.Id owner) ->
                        jobs.enqueue(
                                new TellOfPartnerDomain(
                                        Tenancy.organization(),
                                        domain,
                                        owner,
                                        what,
                                        clock.instant())));
    }

    @Override
    public Class<TellOfPartnerDomain> type() {
        return TellOfPartnerDomain.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfPartnerDomain job) {
        if (mails.isOn()) {
            accounts.find(job.owner()).ifPresent(owner -> send(job, owner));
        }
    }

    @Override
    public void exhausted(TellOfPartnerDomain job, Throwable cause) {
        LOG.warn("An owner could not be told of a partner's domain: {}", cause.getMessage());
    }

    private void send(TellOfPartnerDomain job, Account owner) {
        mails.send(
                letters.seal(
                        "partner-domain." + job.dedupeKey(),
                        owner.email(),
                        letters.letter(
                                "partner.domain.mail." + job.what().name() + ".",
                                Locale.forLanguageTag(owner.locale()),
                                "/partner/domain",
                                organizations.get().name(),
                                job.domain(),
                                VerifyPartnerDomain.PATIENCE.toDays())));
    }
}
