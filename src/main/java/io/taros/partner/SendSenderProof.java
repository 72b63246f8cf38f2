package io.taros.partner;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.util.UUID;

/**
 * Ask whoever reads a mailbox whether mail may be sent in its name.
 *
 * @param wish another each time somebody asks
 */
record SendSenderProof(OrganizationId organization, UUID wish) implements Job {
    @Override
    public String dedupeKey() {
        return wish.toString();
    }
}
