package io.taros.rights;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Write a copy of what is held about the person of a request. */
record MakeExport(OrganizationId organization, SubjectExport.Id export) implements Job {
    @Override
    public String dedupeKey() {
        return export.toString();
    }
}
