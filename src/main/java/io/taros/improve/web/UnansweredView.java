package io.taros.improve.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.improve.UnansweredQuestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

record UnansweredView(
        @Schema(description = "The latest message that asks it.") UUID id,
        UUID conversationId,
        @Schema(description = "As it was asked last.") String question,
        @Schema(description = "The other ways it was asked.") List<String> otherWordings,
        @Schema(description = "How many messages ask it.") int times,
        Instant lastAskedAt) {
    static UnansweredView of(UnansweredQuestion question) {
        return new UnansweredView(
                question.id().value(),
                question.conversation().value(),
                question.text(),
                question.otherWordings(),
                question.times(),
                question.lastAskedAt());
    }
}
