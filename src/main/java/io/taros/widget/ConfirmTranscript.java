package io.taros.widget;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Ask whoever reads a mailbox whether a chat is wanted there. */
record ConfirmTranscript(OrganizationId organization, TranscriptRequest.Id request) implements Job {
    @Override
    public String dedupeKey() {
        return request.toString();
    }
}
