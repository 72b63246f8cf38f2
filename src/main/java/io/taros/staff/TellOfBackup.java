package io.taros.staff;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tell whoever runs the installation that the backup of this day failed; once. */
record TellOfBackup(LocalDate day) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return day.toString();
    }
}
