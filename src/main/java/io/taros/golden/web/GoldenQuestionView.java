package io.taros.golden.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.golden.GoldenQuestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A golden question over REST. */
@Schema(name = "GoldenQuestion")
record GoldenQuestionView(
        UUID id,
        UUID botId,
        String question,
        @Schema(allowableValues = {"answer", "no_answer"}) String expectation,
        List<String> required,
        List<String> forbidden,
        @JsonInclude @Nullable String source,
        Instant createdAt) {

    static GoldenQuestionView of(GoldenQuestion question) {
        var expected = question.expectation();
        return new GoldenQuestionView(
                question.id().value(),
                question.bot().value(),
                question.question(),
                expected.kind().word(),
                expected.required(),
                expected.forbidden(),
                expected.source(),
                question.createdAt());
    }
}
