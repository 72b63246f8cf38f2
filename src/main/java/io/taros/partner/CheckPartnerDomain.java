package io.taros.partner;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;

/** Look once more whether a partner's domain is still its own. */
record CheckPartnerDomain(OrganizationId organization, LocalDate day) implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + day;
    }
}
