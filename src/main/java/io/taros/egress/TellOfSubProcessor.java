package io.taros.egress;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/**
 * Tell an owner who came upon the list of sub-processors.
 *
 * @param version of the list, in which it is first
 */
record TellOfSubProcessor(
        OrganizationId organization, Account.Id reader, int version, String vendor) implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + reader + "." + version + "." + vendor;
    }
}
