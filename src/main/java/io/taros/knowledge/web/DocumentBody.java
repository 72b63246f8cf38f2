package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.NewDocument;
import io.taros.knowledge.NewDocument.Format;
import io.taros.platform.web.BadInput;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
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
        var contents = contents();
        if (contents.size() != 1) {
            throw new BadInput("text", "knowledge.document.content");
        }
        var content = contents.entrySet().iterator().next();
        return new NewDocument(
                externalId,
                title == null ? "" : title,
                url,
                content.getKey(),
                content.getValue(),
                language,
                lastModified);
    }

    private Map<Format, String> contents() {
        var contents = new EnumMap<Format, String>(Format.class);
        if (text != null) {
            contents.put(Format.TEXT, text);
        }
        if (html != null) {
            contents.put(Format.HTML, html);
        }
        if (markdown != null) {
            contents.put(Format.MARKDOWN, markdown);
        }
        return contents;
    }
}
