package io.taros.bot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bots")
@Tag(name = "Bots", description = "The AI agents of your organization.")
class BotController {
    private final Bots bots;

    BotController(Bots bots) {
        this.bots = bots;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.BOT_WRITE)
    @Operation(
            operationId = "addBot",
            summary = "Add a bot",
            description = "Only the name is needed; everything else has a default.")
    BotView add(@RequestBody NewBot bot) {
        return BotView.of(bots.add(bot.settings()));
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    @Operation(operationId = "listBots", summary = "List bots", description = "Oldest first.")
    Page<BotView> list(
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Page.limit(limit);
        var rows =
                bots.list().stream()
                        .filter(bot ->
                                cursor == null
                                        || bot.id().value().toString().compareTo(cursor.toString())
                                                > 0)
                        .limit(size + 1L)
                        .map(BotView::of)
                        .toList();
        return Page.of(rows, size, bot -> bot.id().toString());
    }

    @GetMapping("/{id}")
    @Requires(Permission.BOT_READ)
    @Operation(operationId = "getBot", summary = "Get a bot")
    BotView get(@PathVariable UUID id) {
        return BotView.of(bots.get(new Bot.Id(id)));
    }

    @PutMapping("/{id}")
    @Requires(Permission.BOT_WRITE)
    @Operation(
            operationId = "changeBot",
            summary = "Change a bot",
            description =
                    "What is left out keeps its value. Id and public key never change. Where the bot has a draft, or its"
                            + " changes have to pass, instructions, language, threshold, provider and model go"
                            + " there; what comes back is what visitors get.")
    BotView replace(@PathVariable UUID id, @RequestBody NewBot bot) {
        var old = bots.getInDraft(new Bot.Id(id));
        return BotView.of(bots.replace(old.id(), bot.settings(old)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.BOT_WRITE)
    @Operation(
            operationId = "deleteBot",
            summary = "Delete a bot",
            description = "With everything that was taught to it.")
    void remove(@PathVariable UUID id) {
        bots.remove(new Bot.Id(id));
    }
}
