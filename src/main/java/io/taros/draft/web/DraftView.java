package io.taros.draft.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.draft.ChangedSetting;
import io.taros.draft.Draft;
import io.taros.draft.Obstacle;
import io.taros.draft.Publication;
import io.taros.golden.GoldenRun;
import io.taros.knowledge.Mend;
import io.taros.knowledge.Source;
import io.taros.platform.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bot's draft over REST. */
@Schema(name = "Draft")
record DraftView(
        @Schema(description = "Whether changes wait in a draft until the golden questions pass")
                boolean gated,
        @Schema(description = "Whether there is a draft; without one everything below is empty")
                boolean open,
        @Schema(description = "Settings that will be others") List<Setting> settings,
        @Schema(description = "Sources that come or leave, newest first") List<Waiting> sources,
        @Schema(description = "Passages that are taught otherwise") List<Passage> passages,
        @Schema(description = "The latest run of the golden questions on this draft") @JsonInclude
                @Nullable Run run,
        @Schema(description = "Why it cannot be published now; null if it can") @JsonInclude
                @Nullable Hindrance obstacle,
        @JsonInclude @Nullable Instant openedAt,
        @JsonInclude @Nullable Instant changedAt) {

    @Schema(name = "DraftSetting")
    record Setting(
            @Schema(
                            allowableValues = {
                                "instructions",
                                "language",
                                "threshold",
                                "provider",
                                "model"
                            })
                    String setting,
            @JsonInclude @Nullable Object published,
            @JsonInclude @Nullable Object draft) {

        static Setting of(ChangedSetting changed) {
            return new Setting(
                    changed.setting().word(),
                    plain(changed.setting().of(changed.before())),
                    plain(changed.setting().of(changed.now())));
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value;
        }
    }

    @Schema(name = "DraftSource")
    record Waiting(
            UUID id,
            String title,
            @Schema(
                            allowableValues = {"draft", "leaving"},
                            description = "Whether it comes or leaves")
                    String standing,
            @Schema(allowableValues = {"queued", "fetching", "reading", "ready", "failed"})
                    String status) {

        static Waiting of(Source source) {
            return new Waiting(
                    source.id().value(),
                    source.title(),
                    source.standing().word(),
                    source.status().name().toLowerCase(Locale.ROOT));
        }
    }

    @Schema(name = "DraftPassage")
    record Passage(
            UUID documentId,
            @Schema(allowableValues = {"excluded", "corrected", "as_read"}) String decision,
            @Schema(description = "What was read") String readText,
            @Schema(description = "The correction") @JsonInclude @Nullable String text) {

        static Passage of(Mend mend) {
            return new Passage(
                    mend.document().value(),
                    mend.decision().name().toLowerCase(Locale.ROOT),
                    mend.readText(),
                    mend.text());
        }
    }

    @Schema(name = "DraftRun")
    record Run(
            UUID id,
            @Schema(allowableValues = {"queued", "running", "finished"}) String status,
            int total,
            int passed,
            int failed) {

        static Run of(GoldenRun run) {
            return new Run(
                    run.id().value(), run.status().word(), run.total(), run.passed(), run.failed());
        }
    }

    @Schema(name = "DraftObstacle")
    record Hindrance(
            @Schema(
                            allowableValues = {
                                "empty",
                                "reading",
                                "no_questions",
                                "not_asked",
                                "asking",
                                "stale",
                                "failed"
                            })
                    String code,
            @Schema(description = "The same in one sentence") String sentence) {

        static Hindrance of(Obstacle obstacle, Texts texts) {
            return new Hindrance(
                    obstacle.kind().word(),
                    texts.get(obstacle.messageKey(), obstacle.arguments().toArray()));
        }
    }

    /** That it was published. */
    @Schema(name = "Publication")
    record Published(UUID id, Instant publishedAt) {
        static Published of(Publication publication) {
            return new Published(publication.id().value(), publication.publishedAt());
        }
    }

    static DraftView none(boolean gated) {
        return new DraftView(gated, false, List.of(), List.of(), List.of(), null, null, null, null);
    }

    static DraftView of(Draft draft, boolean gated, Texts texts) {
        var run = draft.run();
        var obstacle = draft.obstacle();
        return new DraftView(
                gated,
                true,
                draft.settings().stream().map(Setting::of).toList(),
                draft.waiting().stream().map(Waiting::of).toList(),
                draft.mends().stream().map(Passage::of).toList(),
                run == null ? null : Run.of(run),
                obstacle == null ? null : Hindrance.of(obstacle, texts),
                draft.opened().openedAt(),
                draft.opened().changedAt());
    }
}
