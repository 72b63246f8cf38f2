package io.taros.rights;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.web.Dates;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the page. */
@Component
class RemindingOwner implements JobHandler<RemindOwner> {
    private static final Logger LOG = LoggerFactory.getLogger(RemindingOwner.class);

    private final RequestRows rows;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Letters letters;
    private final Mails mails;

    RemindingOwner(
            RequestRows rows,
            Accounts accounts,
            Organizations organizations,
            Letters letters,
            Mails mails) {
        this.rows = rows;
        this.accounts = accounts;
        this.organizations = organizations;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<RemindOwner> type() {
        return RemindOwner.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(RemindOwner job) {
        if (mails.isOn()) {
            rows.find(job.request())
                    .filter(request -> request.isOpen() && request.dueOn().equals(job.due()))
                    .ifPresent(request ->
                            accounts.find(job.owner()).ifPresent(owner -> send(request, owner)));
        }
    }

    @Override
    public void exhausted(RemindOwner job, Throwable cause) {
        LOG.warn("Account {} could not be told by mail: {}", job.owner(), cause.getMessage());
    }

    private void send(SubjectRequest request, Account owner) {
        var language = Locale.forLanguageTag(owner.locale());
        mails.send(
                letters.seal(
                        "request." + request.id() + "." + request.dueOn(),
                        owner.email(),
                        letters.letter(
                                "rights.mail.due.",
                                language,
                                "/settings/data-subject-requests/" + request.id(),
                                String.valueOf(request.number()),
                                organizations.get().name(),
                                Dates.day(request.dueOn(), language))));
    }
}
