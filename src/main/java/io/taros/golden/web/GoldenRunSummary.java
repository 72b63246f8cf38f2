package io.taros.golden.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.golden.GoldenRun;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a run is and how it went, over REST. */
@Schema(name = "GoldenRunSummary")
record GoldenRunSummary(
        UUID id,
        UUID botId,
        @Schema(
                        allowableValues = {"published", "draft"},
                        description = "Whether it asked the bot as visitors get it, or its draft")
                String edition,
        @Schema(allowableValues = {"queued", "running", "finished"}) String status,
        @Schema(description = "How many questions it asks") int total,
        int passed,
        int failed,
        Instant createdAt,
        @JsonInclude @Nullable Instant startedAt,
        @JsonInclude @Nullable Instant finishedAt) {

    static GoldenRunSummary of(GoldenRun run) {
        return new GoldenRunSummary(
                run.id().value(),
                run.bot().value(),
                run.edition().name().toLowerCase(Locale.ROOT),
                run.status().word(),
                run.total(),
                run.passed(),
                run.failed(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt());
    }
}
