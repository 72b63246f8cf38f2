package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the page and the audit log. */
@Component
class TellingOfDomain implements JobHandler<TellOfDomain> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfDomain.class);

    private final Accounts accounts;
    private final Organizations organizations;
    private final SignOnSettings settings;
    private final Letters letters;
    private final Mails mails;

    TellingOfDomain(
            Accounts accounts,
            Organizations organizations,
            SignOnSettings settings,
            Letters letters,
            Mails mails) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.settings = settings;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellOfDomain> type() {
        return TellOfDomain.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfDomain job) {
        if (mails.isOn()) {
            accounts.find(job.owner()).ifPresent(owner -> send(job, owner));
        }
    }

    @Override
    public void exhausted(TellOfDomain job, Throwable cause) {
        LOG.warn("An owner could not be told of a domain: {}", cause.getMessage());
    }

    private void send(TellOfDomain job, Account owner) {
        mails.send(
                letters.seal(
                        "domain." + job.dedupeKey(),
                        owner.email(),
                        letters.letter(
                                "signon.mail." + job.what().name() + ".",
                                Locale.forLanguageTag(owner.locale()),
                                "/settings/domains",
                                organizations.get().name(),
                                DomainName.shown(job.domain()),
                                settings.patience().toDays())));
    }
}
