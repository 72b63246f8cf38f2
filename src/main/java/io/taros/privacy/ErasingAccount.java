package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.organization.Memberships;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.MailRefused;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One that was opened again meanwhile stays. */
@Component
class ErasingAccount implements JobHandler<EraseAccount> {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingAccount.class);

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final Memberships memberships;
    private final Audit audit;
    private final Letters letters;
    private final Mails mails;
    private final InstantSource clock;

    ErasingAccount(
            Accounts accounts,
            ClosedAccounts closed,
            Memberships memberships,
            Audit audit,
            Letters letters,
            Mails mails,
            InstantSource clock) {
        this.accounts = accounts;
        this.closed = closed;
        this.memberships = memberships;
        this.audit = audit;
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<EraseAccount> type() {
        return EraseAccount.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 30;
    }

    @Override
    public void handle(EraseAccount job) {
        var isDue =
                closed.find(job.account())
                        .filter(now -> !now.eraseAt().isAfter(clock.instant()))
                        .isPresent();
        var account = accounts.find(job.account());
        if (!isDue || account.isEmpty()) {
            return;
        }
        memberships.endAll(job.account());
        closed.erase(job.account());
        Tenancy.runAs(
                OrganizationId.INSTALLATION,
                () -> audit.record(PrivacyAction.ACCOUNT_ERASED, job.account()));
        tell(account.get());
    }

    @Override
    public void exhausted(EraseAccount job, Throwable cause) {
        LOG.error("Account {} could not be erased", job.account(), cause);
    }

    /** Once: the address is known no longer, and nothing of it waits for another attempt. */
    private void tell(Account gone) {
        if (!mails.isOn()) {
            return;
        }
        try {
            mails.send(
                    letters.seal(
                            "erased." + gone.id(),
                            gone.email(),
                            letters.letter(
                                    "privacy.mail.account.erased.",
                                    Locale.forLanguageTag(gone.locale()),
                                    "/",
                                    gone.name())));
        } catch (MailRefused refused) {
            LOG.warn(
                    "Account {} is erased and could not be told: {}",
                    gone.id(),
                    refused.getMessage());
        }
    }
}
