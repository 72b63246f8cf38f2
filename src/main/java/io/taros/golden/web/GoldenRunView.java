package io.taros.golden.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.golden.GivenAnswer;
import io.taros.golden.GoldenResult;
import io.taros.golden.GoldenRun;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run with every result over REST. */
@Schema(name = "GoldenRun")
record GoldenRunView(
        @JsonUnwrapped GoldenRunSummary summary,
        @Schema(description = "What was graded so far, in the order it was asked")
                List<Graded> results,
        @Schema(description = "The run before; null while this one goes on or if there is none")
                @JsonInclude
                @Nullable UUID comparedWith,
        @Schema(description = "What is not as it was then, of the questions that both runs asked")
                List<ChangeView> changes) {

    /** What follows upon starting one. */
    @Schema(name = "StartedGoldenRun")
    record Started(
            UUID id, @Schema(allowableValues = {"queued", "running", "finished"}) String status) {
        static Started of(GoldenRun run) {
            return new Started(run.id().value(), run.status().word());
        }
    }

    @Schema(name = "GoldenResult")
    record Graded(
            UUID questionId,
            String question,
            @Schema(allowableValues = {"answer", "no_answer"}) String expectation,
            boolean passed,
            List<Reason> failures,
            @Schema(description = "Null if the question could not be asked") @JsonInclude
                    @Nullable Given answer) {

        static Graded of(GoldenResult result, Texts texts) {
            var answer = result.answer();
            return new Graded(
                    result.question().value(),
                    result.asked().question(),
                    result.asked().expectation().kind().word(),
                    result.passed(),
                    result.failures().stream().map(failure -> Reason.of(failure, texts)).toList(),
                    answer == null ? null : Given.of(answer));
        }
    }

    @Schema(name = "GoldenAnswer")
    record Given(
            @Schema(allowableValues = {"answered", "unanswered", "handover"}) String outcome,
            String text,
            @Schema(description = "The reliability, 0 to 1") double score,
            List<Source> sources,
            @Schema(description = "What it offered where it asked back") List<String> choices) {

        static Given of(GivenAnswer answer) {
            return new Given(
                    answer.outcome().word(),
                    answer.text(),
                    answer.score(),
                    answer.sources().stream().map(Source::of).toList(),
                    answer.choices());
        }
    }

    @Schema(name = "GoldenSource")
    record Source(
            int number,
            UUID sourceId,
            UUID documentId,
            String title,
            @JsonInclude @Nullable String url,
            String quote) {

        static Source of(GivenAnswer.Source source) {
            return new Source(
                    source.number(),
                    source.sourceId(),
                    source.documentId(),
                    source.title(),
                    source.url(),
                    source.quote());
        }
    }

    static List<Graded> graded(List<GoldenResult> results, Texts texts) {
        return results.stream()
                .filter(result -> result.passed() || result.failed())
                .map(result -> Graded.of(result, texts))
                .toList();
    }
}
