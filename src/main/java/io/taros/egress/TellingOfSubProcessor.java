package io.taros.egress;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.web.Dates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends at least once. An installation without mail has the page and the feed. */
@Component
class TellingOfSubProcessor implements JobHandler<TellOfSubProcessor> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfSubProcessor.class);
    private static final int ALL = 1_000;

    private final SubProcessorLists lists;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Letters letters;
    private final Mails mails;
    private final InstantSource clock;

    TellingOfSubProcessor(
            SubProcessorLists lists,
            Accounts accounts,
            Organizations organizations,
            Letters letters,
            Mails mails,
            InstantSource clock) {
        this.lists = lists;
        this.accounts = accounts;
        this.organizations = organizations;
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<TellOfSubProcessor> type() {
        return TellOfSubProcessor.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfSubProcessor job) {
        if (!mails.isOn()) {
            return;
        }
        lists.list(ALL).stream()
                .filter(version -> version.number() == job.version())
                .flatMap(version -> version.entries().stream())
                .filter(entry -> entry.id().equals(job.vendor()))
                .findFirst()
                .ifPresent(entry ->
                        accounts.find(job.reader()).ifPresent(reader -> send(job, entry, reader)));
    }

    @Override
    public void exhausted(TellOfSubProcessor job, Throwable cause) {
        LOG.warn("Account {} could not be told by mail: {}", job.reader(), cause.getMessage());
    }

    private void send(TellOfSubProcessor job, SubProcessor entry, Account reader) {
        var language = Locale.forLanguageTag(reader.locale());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var coming = entry.from() != null && entry.isComing(today);
        mails.send(
                letters.seal(
                        "sub-processor." + job.dedupeKey(),
                        reader.email(),
                        letters.letter(
                                coming ? "egress.mail.coming." : "egress.mail.new.",
                                language,
                                "/sub-processors",
                                entry.name(),
                                organizations.get().name(),
                                Dates.day(entry.from() == null ? today : entry.from(), language))));
    }
}
