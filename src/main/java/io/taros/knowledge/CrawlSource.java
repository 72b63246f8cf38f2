package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Read what is still to be read of a website or site map. */
record CrawlSource(OrganizationId organization, Source.Id source, int round) implements Job {
    @Override
    public String dedupeKey() {
        return source.value() + ":" + round;
    }
}
