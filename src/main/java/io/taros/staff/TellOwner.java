package io.taros.staff;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Tell an owner that staff was let into the organization in an emergency. */
record TellOwner(OrganizationId organization, StaffAccess.Id access, Account.Id owner)
        implements Job {
    @Override
    public String dedupeKey() {
        return access + "." + owner;
    }
}
