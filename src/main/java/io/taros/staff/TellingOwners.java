package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mail;
import io.taros.platform.mail.Mails;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the page and the audit log. */
@Component
class TellingOwners implements JobHandler<TellOwner> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOwners.class);

    private final Accesses accesses;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Letters letters;
    private final Mails mails;

    TellingOwners(
            Accesses accesses,
            Accounts accounts,
            Organizations organizations,
            Letters letters,
            Mails mails) {
        this.accesses = accesses;
        this.accounts = accounts;
        this.organizations = organizations;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellOwner> type() {
        return TellOwner.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOwner job) {
        if (!mails.isOn()) {
            return;
        }
        var access = accesses.find(job.access());
        var owner = accounts.find(job.owner());
        if (access.isPresent() && owner.isPresent()) {
            mails.send(mail(access.get(), owner.get()));
        }
    }

    @Override
    public void exhausted(TellOwner job, Throwable cause) {
        LOG.warn("Access {} could not be told by mail: {}", job.access(), cause.getMessage());
    }

    private Mail mail(StaffAccess access, Account owner) {
        var who =
                accounts.find(Objects.requireNonNull(access.accountId()))
                        .map(Account::name)
                        .orElse("–");
        return letters.seal(
                "staff-access." + access.id() + "." + owner.id(),
                owner.email(),
                letters.letter(
                        "staff.mail.",
                        Locale.forLanguageTag(owner.locale()),
                        "/settings/staff-access",
                        organizations.get().name(),
                        who,
                        StaffAtWork.EMERGENCY.toMinutes(),
                        Objects.requireNonNull(access.reason())));
    }
}
