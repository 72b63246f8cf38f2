package io.taros.improve.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.improve.UnansweredQuestions;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Conversations")
class UnansweredRestController {
    private final UnansweredQuestions unanswered;
    private final Bots bots;

    UnansweredRestController(UnansweredQuestions unanswered, Bots bots) {
        this.unanswered = unanswered;
        this.bots = bots;
    }

    @GetMapping("/bots/{id}/unanswered-questions")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "listUnansweredQuestions",
            summary = "List what a bot could not answer",
            description =
                    "Of the last 30 days and the newest 500 such messages: those that ask the same are one question. Asked"
                            + " most often first. Without what was answered by hand or dismissed since.")
    Page<UnansweredView> list(@PathVariable UUID id) {
        var bot = bots.get(new Bot.Id(id));
        var questions = unanswered.list(bot.id()).stream().map(UnansweredView::of).toList();
        return new Page<>(questions, new Page.Pagination(null, false));
    }
}
