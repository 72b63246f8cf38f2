package io.taros.answering.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.answering.AnswerSink;
import io.taros.answering.Answering;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/bots/{id}/answers")
@Tag(
        name = "Answers",
        description = "Ask a bot. Nothing is kept: conversations begin in the widget.")
class AnswerController {
    private final Answering answering;
    private final Bots bots;
    private final RateLimits limits;
    private final MessageSource messages;
    private final JsonMapper json;

    AnswerController(
            Answering answering,
            Bots bots,
            RateLimits limits,
            MessageSource messages,
            JsonMapper json) {
        this.answering = answering;
        this.bots = bots;
        this.limits = limits;
        this.messages = messages;
        this.json = json;
    }

    @PostMapping
    @Requires(Permission.ANSWER)
    @Operation(
            operationId = "ask",
            summary = "Ask a bot",
            description =
                    "With stream, the events status, delta, sources and score come as they happen; done ends them"
                            + " with the whole answer.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer, a question back, an honest \"not sure\", or a handover",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = AnswerView.class)),
                @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))
            })
    @Nullable AnswerView answer(
            @PathVariable UUID id,
            @RequestBody NewAnswer asked,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        limits.take(Limit.ANSWER, Tenancy.organization().toString());
        var bot =
                switch (asked.wanted()) {
                    case PUBLISHED -> bots.get(new Bot.Id(id));
                    case DRAFT -> bots.getInDraft(new Bot.Id(id));
                };
        var question = asked.of(bot);
        var texts = new Texts(messages, locale);
        if (!asked.wantsStream()) {
            return AnswerView.of(answering.answer(question, AnswerSink.NONE), texts);
        }
        var stream = AnswerStream.open(response, json, texts);
        stream.done(answering.answer(question, stream));
        return null;
    }
}
