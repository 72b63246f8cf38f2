package io.taros.privacy;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tell an owner that the organization is gone. The work is not that organization's any more.
 *
 * @param erased its id, which is nothing's when this is told
 */
record TellOfErasure(Account.Id reader, UUID erased, Instant closedAt) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return erased + "." + reader;
    }
}
