package io.taros.rights;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Tell the owners that a request is due soon.
 *
 * @param due as it was then: if that has changed, there is nothing to tell
 */
record RemindOfRequest(OrganizationId organization, SubjectRequest.Id request, LocalDate due)
        implements Job {
    private static final int DAYS_BEFORE = 7;

    Instant time() {
        return due.minusDays(DAYS_BEFORE).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @Override
    public String dedupeKey() {
        return request + "." + due;
    }
}
