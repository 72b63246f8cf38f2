package io.taros.conversation;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/**
 * Has a model write what a person who takes over is told first.
 *
 * @param isAnew whether somebody asked for it, and so also where nothing new was said
 */
record SummarizeConversation(
        OrganizationId organization, Conversation.Id conversation, boolean isAnew) implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + conversation.value();
    }
}
