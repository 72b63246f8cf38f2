package io.taros.privacy;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Erase a closed organization whose time has come. */
record EraseOrganization(OrganizationId organization) implements Job {
    @Override
    public String dedupeKey() {
        return organization.toString();
    }
}
