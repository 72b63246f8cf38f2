package io.taros.knowledge;

import io.taros.search.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page or file of a source.
 *
 * @param externalId what the program that handed it in calls it
 */
public record Document(
        DocumentId id,
        Source.Id source,
        @Nullable String externalId,
        @Nullable String url,
        String title,
        String language,
        Status status,
        @Nullable Problem problem,
        int passages,
        @Nullable Instant fetchedAt) {

    public enum Status {
        /** Known and still to be read; the rows in this state are what a crawl has before it. */
        FOUND,
        READ,
        /** Says what another document of the source says already. */
        DUPLICATE,
        /** Left out on the site's own wish, or because it holds no text. */
        SKIPPED,
        FAILED
    }
}
