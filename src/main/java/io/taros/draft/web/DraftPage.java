package io.taros.draft.web;

import io.taros.draft.ChangedSetting;
import io.taros.draft.Obstacle;
import io.taros.draft.Publication;
import io.taros.golden.web.RunReport;
import io.taros.knowledge.Mend;
import io.taros.knowledge.Source;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Bot: what waits to be published.
 *
 * @param draft none if none is open
 * @param published the last time one was
 * @param reason typed by somebody who publishes all the same
 */
public record DraftPage(
        BotPick pick,
        Gate gate,
        @Nullable Waiting draft,
        @Nullable Publication published,
        String reason,
        Notice notice,
        FormErrors errors)
        implements View {

    /** Whether changes have to pass the golden questions. */
    public enum Gate {
        ON,
        OFF
    }

    public enum Notice {
        NONE,
        PUBLISHED,
        DISCARDED
    }

    /**
     * An open draft.
     *
     * @param report of the latest run on it; none before the first
     */
    public record Waiting(
            Instant openedAt,
            List<ChangedSetting> settings,
            List<Line> coming,
            List<Line> leaving,
            List<MendLine> mends,
            @Nullable Obstacle obstacle,
            Freshness freshness,
            @Nullable RunReport report) {
        public Waiting {
            settings = List.copyOf(settings);
            coming = List.copyOf(coming);
            leaving = List.copyOf(leaving);
            mends = List.copyOf(mends);
        }

        public boolean isEmpty() {
            return settings.isEmpty() && coming.isEmpty() && leaving.isEmpty() && mends.isEmpty();
        }

        public boolean isBeingAsked() {
            return report != null && !report.run().isFinished();
        }

        public boolean isBeingRead() {
            return coming.stream().anyMatch(line -> !line.status().isFinal());
        }
    }

    /** Whether the run asked the draft as it is now. */
    public enum Freshness {
        CURRENT,
        STALE
    }

    /**
     * A source that comes or leaves.
     *
     * @param error why nothing of it could be read, in one sentence
     */
    public record Line(
            UUID id,
            String title,
            Source.Kind kind,
            Source.Status status,
            int passages,
            @Nullable String error) {}

    /**
     * A passage that is taught otherwise.
     *
     * @param beginning of what was read
     */
    public record MendLine(UUID document, Mend.Decision decision, String beginning) {
        private static final int SHOWN = 120;

        static MendLine of(Mend mend) {
            var line = mend.readText().strip().replaceAll("\\s+", " ");
            return new MendLine(
                    mend.document().value(),
                    mend.decision(),
                    line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
        }
    }

    public boolean isGated() {
        return gate == Gate.ON;
    }

    /** Whether somebody who may could publish it all the same. */
    public boolean canBeOverridden() {
        if (draft == null) {
            return false;
        }
        var obstacle = draft.obstacle();
        return obstacle != null && obstacle.isOverridable();
    }

    @Override
    public String template() {
        return "draft/draft";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
