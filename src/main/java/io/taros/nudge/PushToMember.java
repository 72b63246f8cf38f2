package io.taros.nudge;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;

/** Tells a member in their browsers what is due by then. */
record PushToMember(OrganizationId organization, Account.Id member, Instant due) implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + member + "." + due.getEpochSecond();
    }
}
