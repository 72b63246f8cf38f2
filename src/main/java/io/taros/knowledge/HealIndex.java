package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Make the index agree with the database, after a crash cut off whatever was going on. */
record HealIndex(OrganizationId organization) implements Job {
    @Override
    public String dedupeKey() {
        return organization.toString();
    }
}
