package io.taros.conversation;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/**
 * Answers what is pending in a conversation. Stored together with the message and due a little
 * later, it is the promise that the turn is taken even if the process that accepted the message
 * dies; normally the turn is closed by then and the job withdrawn.
 *
 * @param look counts how often somebody had to look again because the turn was in other hands
 */
record TakeTurn(
        OrganizationId organization, Conversation.Id conversation, Message.Id turn, int look)
        implements Job {

    @Override
    public String dedupeKey() {
        return turn.value() + "/" + look;
    }

    TakeTurn again() {
        return new TakeTurn(organization, conversation, turn, look + 1);
    }
}
