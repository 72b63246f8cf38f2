package io.taros.privacy;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Remove what is over, once on this day. */
record KeepTerms(LocalDate day) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return day.toString();
    }
}
