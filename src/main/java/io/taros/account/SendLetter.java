package io.taros.account;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Write one mail about an account.
 *
 * @param subject what it is about, by kind of letter; absent where there is nobody to write to and
 *     that shall not be seen from outside
 */
record SendLetter(Letter letter, @Nullable UUID subject) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }
}
