package io.taros.account;

import io.taros.platform.jobs.JobHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** After a crash it may be written down twice. */
@Component
class NotingRefusedSignIns implements JobHandler<NoteRefusedSignIn> {
    private final ApplicationEventPublisher events;

    NotingRefusedSignIns(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public Class<NoteRefusedSignIn> type() {
        return NoteRefusedSignIn.class;
    }

    @Override
    public void handle(NoteRefusedSignIn job) {
        if (job.account() != null) {
            events.publishEvent(new SignInRefused(job.account(), job.asked()));
        }
    }
}
