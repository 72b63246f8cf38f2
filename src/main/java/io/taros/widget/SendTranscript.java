package io.taros.widget;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Mail a chat to the visitor who asked for it. */
record SendTranscript(OrganizationId organization, TranscriptRequest.Id request) implements Job {
    @Override
    public String dedupeKey() {
        return request.toString();
    }
}
