package io.taros.golden;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Compare a run at night with the run before. */
record LookForDrift(OrganizationId organization, GoldenRun.Id run) implements Job {
    @Override
    public String dedupeKey() {
        return run.value().toString();
    }
}
