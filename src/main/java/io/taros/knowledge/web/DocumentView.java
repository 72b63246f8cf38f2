package io.taros.knowledge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.Document;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document over REST, with the text that was understood. */
@Schema(name = "Document")
record DocumentView(
        UUID id,
        @JsonInclude @Nullable String externalId,
        String title,
        @JsonInclude @Nullable String url,
        String language,
        String text,
        int passages,
        @Nullable Instant fetchedAt) {

    static DocumentView of(Document document, String text) {
        return new DocumentView(
                document.id().value(),
                document.externalId(),
                document.title(),
                document.url(),
                document.language(),
                text,
                document.passages(),
                document.fetchedAt());
    }
}
