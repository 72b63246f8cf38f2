package io.taros.notification;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Writes into the audit log that a channel was switched off because nothing had arrived. */
record NoteSilence(OrganizationId organization, Channel.Id channel) implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + channel.value();
    }
}
