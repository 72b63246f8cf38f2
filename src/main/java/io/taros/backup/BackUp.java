package io.taros.backup;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Make the backup of this night. */
record BackUp(LocalDate day) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return day.toString();
    }
}
