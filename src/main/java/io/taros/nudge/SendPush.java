package io.taros.nudge;

import io.taros.conversation.Conversation;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells one browser what was due by then.
 *
 * @param conversation absent where it is about several
 */
record SendPush(
        OrganizationId organization,
        PushDevice.Id device,
        Conversation.@Nullable Id conversation,
        @Nullable Occasion occasion,
        int count,
        Instant due)
        implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + device.value() + "." + due.getEpochSecond();
    }
}
