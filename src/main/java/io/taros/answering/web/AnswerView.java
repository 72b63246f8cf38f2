package io.taros.answering.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.answering.Answer;
import io.taros.answering.Citation;
import io.taros.answering.Reliability;
import io.taros.answering.Usage;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer over REST. The outcome is a field of its own and never has to be read from the text.
 */
@Schema(name = "Answer")
record AnswerView(
        @Schema(allowableValues = {"answered", "unanswered", "handover"}) String outcome,
        @Schema(description = "In the visitor's language, with markers like [1] for the citations")
                String answer,
        @Schema(
                        description = "What the bot did",
                        allowableValues = {"answer", "ask_back", "hand_over"})
                String decision,
        @Schema(
                        description = "Why it did so",
                        allowableValues = {
                            "reliable",
                            "courtesy",
                            "something_close",
                            "nothing_found",
                            "not_reliable_enough",
                            "nothing_supported",
                            "other_language",
                            "asked_back_before",
                            "person_wanted"
                        })
                String why,
        @Schema(
                        description =
                                "Where it asks back: what may have been meant, best first, each to be asked as it stands")
                List<String> choices,
        @Schema(description = "ISO 639-1 of the answer") String language,
        List<Cited> citations,
        Trust reliability,
        Tokens usage) {

    @Schema(name = "Citation")
    record Cited(
            @Schema(description = "The number of its marker in the text") int number,
            UUID sourceId,
            UUID documentId,
            String title,
            @JsonInclude @Nullable String url,
            @Schema(description = "The words of the source that carry the answer, verbatim")
                    String quote) {

        static Cited of(Citation citation) {
            return new Cited(
                    citation.number(),
                    citation.source(),
                    citation.document().value(),
                    citation.title(),
                    citation.url(),
                    citation.quote());
        }
    }

    @Schema(name = "Reliability")
    record Trust(
            @Schema(description = "How likely the answer is right and supported, 0 to 1")
                    double score,
            @Schema(allowableValues = {"solid", "good", "fair", "weak", "guess"}) String word,
            @Schema(description = "Why, in plain sentences") List<String> reasons,
            @Schema(
                            description =
                                    "What the score was before this bot's judged answers moved it; the same as score where they did"
                                            + " not")
                    double uncalibrated,
            @Schema(
                            description =
                                    "How many judged answers of this bot moved the score; 0 where none did")
                    int judgedAnswers) {

        static Trust of(Reliability reliability, Texts texts) {
            var adjusted = reliability.adjusted();
            return new Trust(
                    reliability.score(),
                    reliability.word().name().toLowerCase(Locale.ROOT),
                    reliability.reasons().stream()
                            .map(reason -> texts.get(reason.messageKey()))
                            .toList(),
                    reliability.raw(),
                    adjusted == null ? 0 : adjusted.judged());
        }
    }

    @Schema(name = "Usage")
    record Tokens(
            @Schema(description = "Tokens sent to a model; 0 when none was asked") int inputTokens,
            int outputTokens) {

        static Tokens of(Usage usage) {
            return new Tokens(usage.inputTokens(), usage.outputTokens());
        }
    }

    static AnswerView of(Answer answer, Texts texts) {
        return new AnswerView(
                answer.outcome().word(),
                answer.text(),
                answer.decision().word(),
                answer.why().word(),
                answer.choices(),
                answer.language(),
                answer.citations().stream().map(Cited::of).toList(),
                Trust.of(answer.reliability(), texts),
                Tokens.of(answer.usage()));
    }
}
