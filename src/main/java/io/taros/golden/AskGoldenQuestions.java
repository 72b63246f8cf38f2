package io.taros.golden;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Ask every question of a run. */
record AskGoldenQuestions(OrganizationId organization, GoldenRun.Id run) implements Job {
    @Override
    public String dedupeKey() {
        return run.value().toString();
    }
}
