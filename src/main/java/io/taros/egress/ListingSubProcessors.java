package io.taros.egress;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At every start, when settings may be others, and every day, when what was announced begins. */
@Component
class ListingSubProcessors implements JobHandler<ListSubProcessors> {
    private static final Logger LOG = LoggerFactory.getLogger(ListingSubProcessors.class);

    private final SubProcessors subProcessors;
    private final Jobs jobs;
    private final InstantSource clock;

    ListingSubProcessors(SubProcessors subProcessors, Jobs jobs, InstantSource clock) {
        this.subProcessors = subProcessors;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            jobs.enqueue(new ListSubProcessors(today()));
        }
    }

    @Override
    public Class<ListSubProcessors> type() {
        return ListSubProcessors.class;
    }

    @Override
    public void handle(ListSubProcessors job) {
        var tomorrow = today().plusDays(1);
        jobs.enqueueAt(
                new ListSubProcessors(tomorrow), tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
        subProcessors.refresh();
    }

    @Override
    public void exhausted(ListSubProcessors job, Throwable cause) {
        LOG.error("The list of sub-processors could not be brought up to date", cause);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
