package io.taros.golden;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After a run at night: a mail to each reader, if something drifted. */
@Component
class LookingForDrift implements JobHandler<LookForDrift> {
    private final NightRows nights;
    private final GoldenRuns runs;
    private final Notices notices;
    private final Mails mails;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    LookingForDrift(
            NightRows nights,
            GoldenRuns runs,
            Notices notices,
            Mails mails,
            Jobs jobs,
            TransactionTemplate transactions) {
        this.nights = nights;
        this.runs = runs;
        this.notices = notices;
        this.mails = mails;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @EventListener
    void on(GoldenRunFinished finished) {
        nights.find(finished.bot())
                .filter(night -> finished.run().equals(night.run()))
                .ifPresent(night ->
                        jobs.enqueue(new LookForDrift(Tenancy.organization(), finished.run())));
    }

    @Override
    public Class<LookForDrift> type() {
        return LookForDrift.class;
    }

    @Override
    public void handle(LookForDrift job) {
        var run = runs.find(job.run());
        if (!mails.isOn() || run.isEmpty() || runs.drift(job.run()).isNone()) {
            return;
        }
        var readers = notices.readers(run.get().bot());
        transactions.executeWithoutResult(status ->
                readers.forEach(reader ->
                        jobs.enqueue(new TellOfDrift(job.organization(), job.run(), reader))));
    }
}
