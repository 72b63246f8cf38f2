package io.taros.rights;

import io.taros.account.Account;
import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;

/** One of the mails of {@link RemindOfRequest}: one that cannot be sent keeps no other. */
record RemindOwner(
        OrganizationId organization, SubjectRequest.Id request, LocalDate due, Account.Id owner)
        implements Job {
    @Override
    public String dedupeKey() {
        return request + "." + due + "." + owner;
    }
}
