package io.taros.platform.jobs;

import io.taros.platform.security.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of background work, as data. Implementations are records with a name in the imperative
 * ({@code CrawlSource}); they are stored as JSON, so keep them small and made of ids.
 */
public interface Job {
    /** Absent where the work is the installation's, such as a mail about an account. */
    @Nullable OrganizationId organization();

    /**
     * Two jobs of one type and key are one job while the first is still waiting or running. By
     * default every job is its own.
     */
    default String dedupeKey() {
        return UUID.randomUUID().toString();
    }
}
