package io.taros.knowledge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.Mend;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Over REST, what was decided about a passage that reads otherwise now. */
@Schema(name = "LostMend")
record LostMendView(
        UUID id,
        String headingPath,
        @Schema(description = "What was read then") String readText,
        @Schema(description = "The correction; null of what was excluded") @JsonInclude
                @Nullable String text,
        Instant mendedAt) {

    static LostMendView of(Mend mend) {
        return new LostMendView(
                mend.id().value(), mend.headingPath(), mend.readText(), mend.text(), mend.at());
    }
}
