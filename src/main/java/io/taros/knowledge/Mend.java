package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.search.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a passage: of whatever in its document reads the same, however often
 * that is read again.
 *
 * @param readText what it is about
 * @param text what is taught in its place, of a correction
 */
public record Mend(
        Mend.Id id,
        DocumentId document,
        Bot.Id bot,
        Standing standing,
        Decision decision,
        String headingPath,
        String readText,
        @Nullable String text,
        Instant at) {

    public record Id(java.util.UUID value) implements io.taros.platform.sql.Id {}

    public enum Standing {
        PUBLISHED,
        /** In the draft alone. */
        DRAFT
    }

    public enum Decision {
        /** No answer uses it. */
        EXCLUDED,
        CORRECTED,
        /** The draft takes back what is published. */
        AS_READ
    }

    /** What somebody wants of a passage. */
    public sealed interface Wish {
        record Exclude() implements Wish {}

        record Correct(String text) implements Wish {}

        record LeaveAsRead() implements Wish {}
    }

    /**
     * What somebody saw before they decided.
     *
     * @param mend none where the passage was as it was read
     */
    public record Seen(@Nullable Id mend) {}

    String taught() {
        return text == null ? readText : text;
    }
}
