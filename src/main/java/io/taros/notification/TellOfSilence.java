package io.taros.notification;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Tells somebody by mail that a channel was switched off. */
record TellOfSilence(OrganizationId organization, Channel.Id channel, Account.Id reader)
        implements Job {
    @Override
    public String dedupeKey() {
        return channel.value() + "." + reader.value();
    }
}
