package io.taros.golden.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.golden.Expectation;
import io.taros.golden.NewGoldenQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A golden question sent over REST. */
@Schema(name = "NewGoldenQuestion")
record GoldenQuestionBody(
        @Schema(
                        description = "At most 1,000 characters",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "How long can I return an item?")
                @Nullable String question,
        @Schema(
                        description =
                                "Whether it must be answered or must not be; answer when absent",
                        allowableValues = {"answer", "no_answer"})
                @Nullable String expectation,
        @Schema(description = "Facts that must all occur in the answer, at most 20")
                @Nullable List<String> required,
        @Schema(description = "Facts of which none may occur in the answer, at most 20")
                @Nullable List<String> forbidden,
        @Schema(description = "The address or the title of a source that must be cited")
                @Nullable String source) {

    NewGoldenQuestion content() {
        return new NewGoldenQuestion(
                question == null ? "" : question,
                Expectation.of(expectation, facts(required), facts(forbidden), source));
    }

    private static List<String> facts(@Nullable List<String> facts) {
        return facts == null ? List.of() : facts;
    }
}
