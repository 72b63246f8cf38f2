package io.taros.partner;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;

/**
 * Tell an owner of a partner what became of its domain.
 *
 * @param domain by name: it may be another one by then
 */
record TellOfPartnerDomain(
        OrganizationId organization, String domain, Account.Id owner, What what, Instant at)
        implements Job {
    @Override
    public String dedupeKey() {
        return String.join(".", domain, owner.toString(), what.name(), at.toString());
    }

    /** Each has its texts below {@code partner.domain.mail.…}. */
    enum What {
        /** Its record is gone; it is served for a while. */
        MISSED,
        /** No name server has answered for so long that it counts the same. */
        SILENT,
        /** It is served no more. */
        LOST
    }
}
