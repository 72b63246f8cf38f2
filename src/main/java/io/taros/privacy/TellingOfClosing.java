package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.account.Closing;
import io.taros.organization.Organization;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the pages. */
@Component
class TellingOfClosing implements JobHandler<TellOfClosing> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfClosing.class);

    private final Accounts accounts;
    private final ClosedAccounts closedAccounts;
    private final Organizations organizations;
    private final Standing standing;
    private final Letters letters;
    private final Mails mails;
    private final MailDays days;

    TellingOfClosing(
            Accounts accounts,
            ClosedAccounts closedAccounts,
            Organizations organizations,
            Standing standing,
            Letters letters,
            Mails mails,
            MailDays days) {
        this.days = days;
        this.accounts = accounts;
        this.closedAccounts = closedAccounts;
        this.organizations = organizations;
        this.standing = standing;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellOfClosing> type() {
        return TellOfClosing.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfClosing job) {
        if (mails.isOn()
                && closing(job).filter(now -> now.eraseAt().equals(job.eraseAt())).isPresent()) {
            accounts.find(job.reader()).ifPresent(reader -> send(job, reader));
        }
    }

    @Override
    public void exhausted(TellOfClosing job, Throwable cause) {
        LOG.warn("Account {} could not be told by mail: {}", job.reader(), cause.getMessage());
    }

    private Optional<Closing> closing(TellOfClosing job) {
        return job.organization() == null ? closedAccounts.find(job.reader()) : standing.closing();
    }

    private void send(TellOfClosing job, Account reader) {
        var language = Locale.forLanguageTag(reader.locale());
        var about = job.organization() == null ? "account" : "organization";
        mails.send(
                letters.seal(
                        "closing."
                                + job.dedupeKey().hashCode()
                                + "."
                                + job.eraseAt().toEpochMilli(),
                        reader.email(),
                        letters.letter(
                                "privacy.mail.%s.%s."
                                        .formatted(about, job.isReminder() ? "soon" : "closed"),
                                language,
                                job.organization() == null ? "/account/closing" : "/closed",
                                job.organization() == null
                                        ? reader.name()
                                        : organizations.get().name(),
                                days.of(
                                        job.eraseAt(),
                                        reader,
                                        organizations.find().map(Organization::timeZone)))));
    }
}
