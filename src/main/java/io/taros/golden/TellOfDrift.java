package io.taros.golden;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Mail one reader about one run. */
record TellOfDrift(OrganizationId organization, GoldenRun.Id run, Account.Id account)
        implements Job {
    @Override
    public String dedupeKey() {
        return run.value() + "/" + account.value();
    }
}
