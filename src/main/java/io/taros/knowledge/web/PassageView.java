package io.taros.knowledge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.ReadPassage;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passage over REST. */
@Schema(name = "Passage")
record PassageView(
        UUID id,
        @Schema(description = "In the document, from 0") int position,
        String headingPath,
        @Schema(allowableValues = {"text", "question"}) String kind,
        @Schema(
                        allowableValues = {"as_read", "corrected", "excluded"},
                        description = "What was decided last")
                String state,
        @Schema(description = "Whether that waits in the draft") boolean waiting,
        @Schema(description = "What is taught, or would be if it were not excluded") String text,
        @Schema(description = "What was read") String readText,
        @Schema(description = "Of a question") @JsonInclude @Nullable String answer,
        @Schema(description = "Replies in conversations that are kept which rest on it")
                int cited) {

    static PassageView of(ReadPassage passage, int cited) {
        return new PassageView(
                passage.id().value(),
                passage.position(),
                passage.headingPath(),
                passage.kind().name().toLowerCase(Locale.ROOT),
                state(passage),
                passage.waiting() != null,
                passage.taught(),
                passage.text(),
                passage.answer(),
                cited);
    }

    private static String state(ReadPassage passage) {
        if (passage.isExcluded()) {
            return "excluded";
        }
        return passage.isCorrected() ? "corrected" : "as_read";
    }
}
