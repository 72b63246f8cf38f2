package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.knowledge.extract.ReadProblem;
import io.taros.search.KnowledgeTags;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a bot learns from, and how far that has come.
 *
 * @param nextReadingAt the night in which it is read again by itself
 */
public record Source(
        Source.Id id,
        Bot.Id bot,
        Kind kind,
        String title,
        @Nullable String url,
        CrawlPlan plan,
        Audience audience,
        @Nullable Instant nextReadingAt,
        Status status,
        Standing standing,
        @Nullable Problem problem,
        Progress progress,
        Instant createdAt,
        Instant updatedAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Kind {
        WEBSITE,
        PAGE,
        SITEMAP,
        FILE,
        TEXT,
        QA,
        /** Whatever a program hands in, document by document. */
        API;

        public boolean isCrawled() {
            return hasRules() || this == PAGE;
        }

        /** Whether some of its pages may be left out. */
        public boolean hasRules() {
            return this == WEBSITE || this == SITEMAP;
        }
    }

    /**
     * For whose questions it is.
     *
     * @param tags of those who ask; everybody where there are none
     * @param bots that use it besides its own, as far as they may be seen
     */
    public record Audience(KnowledgeTags tags, List<Bot.Id> bots) {
        public static final Audience USUAL = new Audience(KnowledgeTags.NONE, List.of());

        public Audience {
            bots = List.copyOf(bots);
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

    /** Whether visitors get it, and whether they will once the draft is published. */
    public enum Standing {
        PUBLISHED,
        /** In the draft alone. */
        DRAFT,
        /** Goes when the draft is published. */
        LEAVING;

        /** As it is written in answers to programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Counted from the rows when asked, so that no crash can leave it wrong.
     *
     * @param found pages known, read or not
     * @param unread pages of these that are still to be read
     * @param read pages read, those with a text already known included
     * @param failed pages given up, each with its reason
     * @param passages pieces cut from what was read
     * @param prepared passages of these that have their vector
     * @param indexed documents whose passages can be found
     */
    public record Progress(
            int found, int unread, int read, int failed, int passages, int prepared, int indexed) {
        /** Left out on the site's own wish, because they hold no text, or as another's address. */
        public int leftOut() {
            return found - unread - read - failed;
        }

        public boolean canAnswer() {
            return indexed > 0;
        }
    }

    /** A website that nobody gave a name goes by its address, as people write it. */
    public String shownTitle() {
        return title.equals(url)
                ? title.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "")
                : title;
    }

    /** Whether all that was read is known by heart, or only its pages. */
    public boolean isBeingPrepared() {
        return status == Status.READING && progress.passages() > 0;
    }

    /** Told to stop before every page that was found had been read. */
    public boolean wasStopped() {
        return status.isFinal() && progress.unread() > 0;
    }

    /** Cannot be read before somebody gives the password of the file. */
    public boolean isLocked() {
        return kind == Kind.FILE
                && status == Status.FAILED
                && problem != null
                && problem.key().equals(ReadProblem.PDF_PASSWORD.messageKey());
    }
}
