package io.taros.followup;

import io.taros.conversation.Conversation;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/**
 * Mail what a person replied, unless the visitor has seen it by then.
 *
 * @param place of the reply
 */
record SendFollowUp(OrganizationId organization, Conversation.Id conversation, long place)
        implements Job {
    @Override
    public String dedupeKey() {
        return conversation.value() + "@" + place;
    }
}
