package io.taros.golden.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.golden.Change;
import io.taros.golden.GoldenResult;
import io.taros.golden.web.GoldenRunView.Given;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is not as it was in the run before, over REST. */
@Schema(name = "GoldenChange")
record ChangeView(
        UUID questionId,
        String question,
        @Schema(allowableValues = {"verdict", "answer", "sources", "score"}) List<String> what,
        Side before,
        Side now) {

    @Schema(name = "GoldenChangeSide")
    record Side(
            boolean passed,
            @Schema(description = "Null if the question could not be asked") @JsonInclude
                    @Nullable Given answer) {

        static Side of(GoldenResult result) {
            var answer = result.answer();
            return new Side(result.passed(), answer == null ? null : Given.of(answer));
        }
    }

    static ChangeView of(Change change) {
        return new ChangeView(
                change.now().question().value(),
                change.now().asked().question(),
                change.what().stream().sorted().map(Change.What::word).toList(),
                Side.of(change.before()),
                Side.of(change.now()));
    }
}
