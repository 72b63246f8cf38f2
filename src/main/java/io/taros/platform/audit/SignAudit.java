package io.taros.platform.audit;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Sign the end of an organization's audit log. */
record SignAudit(OrganizationId organization) implements Job {
    @Override
    public String dedupeKey() {
        return organization.toString();
    }
}
