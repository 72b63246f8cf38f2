package io.taros.signon;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;

/** Looks for a domain's record at a time. */
record CheckDomain(OrganizationId organization, Domain.Id domain, Instant at) implements Job {
    @Override
    public String dedupeKey() {
        return domain + "." + at;
    }
}
