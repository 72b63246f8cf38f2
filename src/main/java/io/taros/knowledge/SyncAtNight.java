package io.taros.knowledge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;

/** Read a site again because its night has come. */
record SyncAtNight(OrganizationId organization, Source.Id source, Instant night) implements Job {
    @Override
    public String dedupeKey() {
        return source.value() + ":" + night;
    }
}
