package io.taros.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passage as PostgreSQL holds it now, re-read under the tenant's row-level security. */
public record Passage(
        PassageId id,
        DocumentId document,
        UUID source,
        Kind kind,
        String language,
        String title,
        String headingPath,
        @Nullable String url,
        int position,
        String text,
        @Nullable String answer,
        Instant fetchedAt) {

    /**
     * {@code QUESTION} is a manual question: its text is the question, its answer stands beside it.
     */
    public enum Kind {
        TEXT,
        QUESTION
    }
}
