package io.taros.rights;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.privacy.Owners;
import org.springframework.stereotype.Component;

/** Asks for a mail to each owner, a week before the day. */
@Component
class RemindingOfRequest implements JobHandler<RemindOfRequest> {
    private final RequestRows rows;
    private final Owners owners;
    private final Jobs jobs;

    RemindingOfRequest(RequestRows rows, Owners owners, Jobs jobs) {
        this.rows = rows;
        this.owners = owners;
        this.jobs = jobs;
    }

    @Override
    public Class<RemindOfRequest> type() {
        return RemindOfRequest.class;
    }

    @Override
    public void handle(RemindOfRequest job) {
        rows.find(job.request())
                .filter(request -> request.isOpen() && request.dueOn().equals(job.due()))
                .ifPresent(request ->
                        owners.ids()
                                .forEach(owner ->
                                        jobs.enqueue(
                                                new RemindOwner(
                                                        job.organization(),
                                                        job.request(),
                                                        job.due(),
                                                        owner))));
    }
}
