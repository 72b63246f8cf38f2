package io.taros.knowledge.crawl;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a page from reading it before; nothing of one that is still to be learned. */
public record Known(
        @Nullable String etag, @Nullable String lastModified, @Nullable Instant readAt) {
    public static final Known NOTHING = new Known(null, null, null);
}
