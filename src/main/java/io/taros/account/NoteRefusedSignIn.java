package io.taros.account;

import io.taros.platform.audit.Audit.Asked;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Write down that somebody tried a password that was wrong.
 *
 * @param account absent where there is none with that e-mail, and that shall not be seen from
 *     outside
 */
record NoteRefusedSignIn(Account.@Nullable Id account, Asked asked) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }
}
