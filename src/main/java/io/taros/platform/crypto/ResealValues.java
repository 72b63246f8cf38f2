package io.taros.platform.crypto;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/**
 * Close with the newest key what older ones closed.
 *
 * @param isLast no node works with older keys any more: after this they are destroyed
 */
record ResealValues(OrganizationId organization, boolean isLast) implements Job {
    @Override
    public String dedupeKey() {
        return organization + (isLast ? ".last" : ".first");
    }
}
