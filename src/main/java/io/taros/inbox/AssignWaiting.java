package io.taros.inbox;

import io.taros.conversation.Conversation;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Gives a conversation that waits to somebody who is there. */
record AssignWaiting(OrganizationId organization, Conversation.Id conversation) implements Job {
    @Override
    public String dedupeKey() {
        return conversation.value().toString();
    }
}
