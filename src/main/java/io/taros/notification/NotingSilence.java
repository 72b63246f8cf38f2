package io.taros.notification;

import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.JobHandler;
import org.springframework.stereotype.Component;

/**
 * In a transaction of its own: whatever happens has the audit log before it has a channel, and
 * whoever switches a channel off has that already.
 */
@Component
class NotingSilence implements JobHandler<NoteSilence> {
    private final Audit audit;

    NotingSilence(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Class<NoteSilence> type() {
        return NoteSilence.class;
    }

    @Override
    public void handle(NoteSilence job) {
        audit.record(NotificationAction.CHANNEL_SWITCHED_OFF, job.channel());
    }
}
