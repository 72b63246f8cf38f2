package io.taros.rights;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Take out everything about the person of a request. */
record EraseSubject(OrganizationId organization, SubjectRequest.Id request) implements Job {
    @Override
    public String dedupeKey() {
        return request.toString();
    }
}
