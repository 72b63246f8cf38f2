package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Read a file, a text or a question as it was handed in. */
record ReadSource(OrganizationId organization, Source.Id source, int round) implements Job {
    @Override
    public String dedupeKey() {
        return source.value() + ":" + round;
    }
}
