package io.taros.privacy;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Every day at the same hour, on one node; after a downtime, at the start. Each day's run enqueues
 * the next before it begins, so that a run that fails is not the end of all others.
 */
@Component
class KeepingTerms implements JobHandler<KeepTerms> {
    private static final Logger LOG = LoggerFactory.getLogger(KeepingTerms.class);
    private static final LocalTime HOUR = LocalTime.of(2, 30);

    private final RetentionRun run;
    private final Jobs jobs;
    private final InstantSource clock;

    KeepingTerms(RetentionRun run, Jobs jobs, InstantSource clock) {
        this.run = run;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            // A night that was missed waits still, and comes by itself.
            enqueue(clock.instant().isBefore(hourOf(today())) ? today() : today().plusDays(1));
        }
    }

    @Override
    public Class<KeepTerms> type() {
        return KeepTerms.class;
    }

    @Override
    public void handle(KeepTerms job) {
        enqueue(today().plusDays(1));
        var report = run.run(clock.instant(), false);
        LOG.info("Retention removed {} rows in {} places", report.rows(), report.removed().size());
    }

    @Override
    public void exhausted(KeepTerms job, Throwable cause) {
        LOG.error("What is over on {} could not be removed", job.day(), cause);
    }

    private void enqueue(LocalDate day) {
        jobs.enqueueAt(new KeepTerms(day), hourOf(day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Instant hourOf(LocalDate day) {
        return day.atTime(HOUR).toInstant(ZoneOffset.UTC);
    }
}
