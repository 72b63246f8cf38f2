package io.taros.golden;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.bot.Bots;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.mail.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends at least once: should the process die after the mail server took it, the same mail goes
 * again under the same id.
 */
@Component
class TellingOfDrift implements JobHandler<TellOfDrift> {
    private static final Logger LOG = LoggerFactory.getLogger(TellingOfDrift.class);

    private final GoldenRuns runs;
    private final Notices notices;
    private final Accounts accounts;
    private final Bots bots;
    private final DriftMails letters;
    private final Mails mails;

    TellingOfDrift(
            GoldenRuns runs,
            Notices notices,
            Accounts accounts,
            Bots bots,
            DriftMails letters,
            Mails mails) {
        this.runs = runs;
        this.notices = notices;
        this.accounts = accounts;
        this.bots = bots;
        this.letters = letters;
        this.mails = mails;
    }

    @Override
    public Class<TellOfDrift> type() {
        return TellOfDrift.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 13;
    }

    @Override
    public void handle(TellOfDrift job) {
        if (mails.isOn()) {
            accounts.find(job.account()).ifPresent(reader -> tell(job.run(), reader));
        }
    }

    @Override
    public void exhausted(TellOfDrift job, Throwable cause) {
        LOG.warn(
                "Account {} could not be told of run {}: {}",
                job.account(),
                job.run().value(),
                cause.getMessage());
    }

    private void tell(GoldenRun.Id id, Account reader) {
        var run = runs.find(id);
        var bot = run.flatMap(found -> bots.find(found.bot()));
        if (run.isEmpty() || bot.isEmpty() || !notices.isToldTo(reader.id(), bot.get().id())) {
            return;
        }
        var drift = runs.drift(id);
        if (!drift.isNone()) {
            mails.send(letters.write(run.get(), bot.get(), drift, reader));
            LOG.info("Account {} was told of run {}", reader.id(), id.value());
        }
    }
}
