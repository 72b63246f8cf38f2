package io.taros.platform.crypto;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Close with the newest key what older ones closed.
 *
 * @param lastOf the renewal, by the moment it began, whose older keys are destroyed after this: no
 *     node works with them any more. None where that is for another job
 */
record ResealValues(OrganizationId organization, @Nullable Instant lastOf) implements Job {
    @Override
    public String dedupeKey() {
        return organization + (lastOf == null ? ".first" : ".last." + lastOf.toEpochMilli());
    }
}
