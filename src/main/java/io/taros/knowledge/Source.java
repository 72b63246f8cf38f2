package io.taros.knowledge;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a bot learns from, and how far that has come. */
public record Source(
        Source.Id id,
        Bot.Id bot,
        Kind kind,
        String title,
        @Nullable String url,
        Status status,
        @Nullable Problem problem,
        Progress progress,
        Instant createdAt,
        Instant updatedAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Kind {
        WEBSITE,
        SITEMAP,
        FILE,
        TEXT,
        QA;

        boolean isCrawled() {
            return this == WEBSITE || this == SITEMAP;
        }
    }

    /**
     * Only {@link #READY} and {@link #FAILED} are final; what was read before a failure stays
     * usable.
     */
    public enum Status {
        QUEUED,
        FETCHING,
        READING,
        READY,
        FAILED;

        public boolean isFinal() {
            return this == READY || this == FAILED;
        }
    }

    /**
     * Counted from the rows when asked, so that no crash can leave it wrong.
     *
     * @param found pages known, read or not
     * @param read pages read, those with a text already known included
     * @param failed pages given up, each with its reason
     * @param passages pieces that can be found; {@code indexed} says of how many documents
     */
    public record Progress(int found, int read, int failed, int passages, int indexed) {}
}
