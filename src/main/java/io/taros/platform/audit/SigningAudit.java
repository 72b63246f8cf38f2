package io.taros.platform.audit;

import io.taros.platform.jobs.JobHandler;
import org.springframework.stereotype.Component;

/** Signs until there is nothing new: what is recorded meanwhile asks for no job of its own. */
@Component
class SigningAudit implements JobHandler<SignAudit> {
    private final AuditCheckpoints checkpoints;

    SigningAudit(AuditCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public Class<SignAudit> type() {
        return SignAudit.class;
    }

    @Override
    public void handle(SignAudit job) {
        var isNew = true;
        while (isNew) {
            isNew = checkpoints.sign();
        }
    }
}
