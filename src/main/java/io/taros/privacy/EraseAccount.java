package io.taros.privacy;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Erase a closed account whose time has come. */
record EraseAccount(Account.Id account) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return account.toString();
    }
}
