package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.NewDocument;
import io.taros.knowledge.NewDocument.Format;
import io.taros.platform.web.BadInput;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document as JSON; exactly one of text, html and markdown. */
@Schema(name = "NewDocument")
record DocumentBody(
        @Nullable String title,
        @Nullable String url,
        @Nullable String text,
        @Nullable String html,
        @Nullable String markdown,
        @Nullable String language,
        @Nullable Instant lastModified) {

    NewDocument document(String externalId) {
        if (Stream.of(text, html, markdown).filter(Objects::nonNull).count() != 1) {
            throw new BadInput("text", "knowledge.document.content");
        }
        return new NewDocument(
                externalId,
                title == null ? "" : title,
                url,
                format(),
                Stream.of(text, html, markdown).filter(Objects::nonNull).findFirst().orElse(""),
                language,
                lastModified);
    }

    private Format format() {
        if (text != null) {
            return Format.TEXT;
        }
        return html == null ? Format.MARKDOWN : Format.HTML;
    }
}
