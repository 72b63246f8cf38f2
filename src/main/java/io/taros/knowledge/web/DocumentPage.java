package io.taros.knowledge.web;

import io.taros.platform.web.View;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One document as it was understood: the text that answers are made from. */
public record DocumentPage(
        UUID source,
        String sourceTitle,
        String title,
        @Nullable String url,
        String language,
        Instant readAt,
        String text)
        implements View {
    @Override
    public String template() {
        return "knowledge/document";
    }
}
