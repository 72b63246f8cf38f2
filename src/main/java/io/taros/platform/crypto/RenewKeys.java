package io.taros.platform.crypto;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Renew the keys that are old, once on this day. */
record RenewKeys(LocalDate day) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return day.toString();
    }
}
