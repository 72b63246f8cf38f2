package io.taros.nudge;

import io.taros.inbox.Presence;
import io.taros.nudge.Nudge.Medium;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import java.util.List;
import org.springframework.stereotype.Component;

/** One notification about all that is due, in each browser; none while the inbox is open. */
@Component
class PushingToMember implements JobHandler<PushToMember> {
    private final Nudges nudges;
    private final Concerns concerns;
    private final WishList wishes;
    private final Presence presence;
    private final PushDevices devices;
    private final Jobs jobs;

    PushingToMember(
            Nudges nudges,
            Concerns concerns,
            WishList wishes,
            Presence presence,
            PushDevices devices,
            Jobs jobs) {
        this.nudges = nudges;
        this.concerns = concerns;
        this.wishes = wishes;
        this.presence = presence;
        this.devices = devices;
        this.jobs = jobs;
    }

    @Override
    public Class<PushToMember> type() {
        return PushToMember.class;
    }

    @Override
    public void handle(PushToMember job) {
        var due = nudges.due(job.member(), Medium.PUSH, job.due());
        if (!presence.isOpen(job.member())) {
            var pushed = wishes.get(job.member()).pushed();
            push(
                    job,
                    due.stream()
                            .filter(nudge -> pushed.contains(nudge.occasion()))
                            .filter(nudge -> concerns.still(nudge, job.member()).isPresent())
                            .toList());
        }
        nudges.remove(due);
    }

    private void push(PushToMember job, List<Nudge> told) {
        if (told.isEmpty()) {
            return;
        }
        var only = told.size() == 1 ? told.getFirst() : null;
        devices.list(job.member())
                .forEach(device ->
                        jobs.enqueue(
                                new SendPush(
                                        job.organization(),
                                        device.id(),
                                        only == null ? null : only.conversationId(),
                                        only == null ? null : only.occasion(),
                                        told.size(),
                                        job.due())));
    }
}
