package io.taros.signon;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;

/**
 * Tell an owner what became of a domain.
 *
 * @param domain by name: the row may be gone by then
 */
record TellOfDomain(
        OrganizationId organization, String domain, Account.Id owner, What what, Instant at)
        implements Job {
    @Override
    public String dedupeKey() {
        return String.join(".", domain, owner.toString(), what.name(), at.toString());
    }

    /** Each has its texts below {@code signon.mail.…}. */
    enum What {
        MISSING,
        /** No name server has answered for so long that it counts the same. */
        SILENT,
        LOST,
        REMOVED
    }
}
