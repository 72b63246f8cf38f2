package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Directory;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.OrganizationId;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Waits until it is true. */
@Component
class TellingOfErasure implements JobHandler<TellOfErasure> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfErasure.class);

    private final Directory directory;
    private final Accounts accounts;
    private final Letters letters;
    private final Mails mails;
    private final MailDays days;

    TellingOfErasure(
            Directory directory, Accounts accounts, Letters letters, Mails mails, MailDays days) {
        this.days = days;
        this.directory = directory;
        this.accounts = accounts;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellOfErasure> type() {
        return TellOfErasure.class;
    }

    /** Longer than an erasure is tried. */
    @Override
    public int attempts() {
        return 40;
    }

    @Override
    public void handle(TellOfErasure job) {
        if (!mails.isOn()) {
            return;
        }
        if (directory.find(new OrganizationId(job.erased())).isPresent()) {
            throw new IllegalStateException("It is not erased yet");
        }
        accounts.find(job.reader()).ifPresent(reader -> send(job, reader));
    }

    @Override
    public void exhausted(TellOfErasure job, Throwable cause) {
        LOG.warn("Account {} could not be told by mail: {}", job.reader(), cause.getMessage());
    }

    private void send(TellOfErasure job, Account reader) {
        var language = Locale.forLanguageTag(reader.locale());
        mails.send(
                letters.seal(
                        "erased." + job.erased(),
                        reader.email(),
                        letters.letter(
                                "privacy.mail.organization.erased.",
                                language,
                                "/organizations",
                                days.of(job.closedAt(), reader, Optional.empty()),
                                job.erased().toString())));
    }
}
