package io.taros.egress;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Bring the public list to where things are, once on this day. */
record ListSubProcessors(LocalDate day) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return day.toString();
    }
}
