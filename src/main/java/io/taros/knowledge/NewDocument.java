package io.taros.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as a program hands it in.
 *
 * @param externalId what the program calls it
 * @param language as declared; what the text itself shows counts more
 */
public record NewDocument(
        String externalId,
        String title,
        @Nullable String url,
        Format format,
        String content,
        @Nullable String language,
        @Nullable Instant lastModified) {
    public enum Format {
        TEXT,
        HTML,
        MARKDOWN
    }
}
