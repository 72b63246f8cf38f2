package io.taros.draft.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.draft.Draft;
import io.taros.draft.Drafts;
import io.taros.draft.Publishing;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Texts;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bots/{id}/draft")
@Tag(name = "Drafts", description = "Changes that visitors do not get before they are published.")
class DraftApi {
    private final Drafts drafts;
    private final Publishing publishing;
    private final Bots bots;
    private final RateLimits limits;
    private final MessageSource messages;

    DraftApi(
            Drafts drafts,
            Publishing publishing,
            Bots bots,
            RateLimits limits,
            MessageSource messages) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.bots = bots;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.DRAFT_READ)
    @Operation(
            operationId = "getDraft",
            summary = "See what waits to be published",
            description = "And whether it can be published, or why not.")
    DraftView get(@PathVariable UUID id, Locale locale) {
        var bot = bot(id);
        return drafts.find(bot)
                .map(draft -> view(draft, locale))
                .orElseGet(() -> DraftView.none(drafts.isGated(bot)));
    }

    @PutMapping
    @Requires(Permission.DRAFT_WRITE)
    @Operation(
            operationId = "openDraft",
            summary = "Open a draft",
            description =
                    "While it is open, changed settings and added sources go into it. A draft that is open stays as"
                            + " it is.")
    DraftView open(@PathVariable UUID id, Locale locale) {
        return view(drafts.open(bot(id)), locale);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DRAFT_WRITE)
    @Operation(
            operationId = "discardDraft",
            summary = "Discard the draft",
            description = "Sources that were only in it are deleted. 409 if none is open.")
    void discard(@PathVariable UUID id) {
        publishing.discard(bot(id));
    }

    @PostMapping("/golden-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.ANSWER)
    @Operation(
            operationId = "startGoldenRunOnDraft",
            summary = "Ask the draft all golden questions",
            description =
                    "Asking happens afterwards; ask for the run to see how far it is. 409 if no draft is open, while a"
                            + " source of it is being read or another run of the bot is not over, or if there is"
                            + " nothing to ask.")
    DraftView.Run ask(@PathVariable UUID id) {
        var bot = bot(id);
        limits.take(Limit.GOLDEN_RUN, Tenancy.organization().toString());
        return DraftView.Run.of(drafts.ask(bot));
    }

    @PostMapping("/publication")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.DRAFT_WRITE)
    @Operation(
            operationId = "publishDraft",
            summary = "Publish the draft",
            description =
                    "All of it at once. 409 with the reason while it cannot be published: for a gated bot until the"
                            + " latest run on exactly this state of the draft has passed.")
    DraftView.Published publish(@PathVariable UUID id) {
        return DraftView.Published.of(publishing.publish(bot(id)));
    }

    private Bot.Id bot(UUID id) {
        return bots.get(new Bot.Id(id)).id();
    }

    private DraftView view(Draft draft, Locale locale) {
        return DraftView.of(
                draft, drafts.isGated(draft.opened().bot()), new Texts(messages, locale));
    }
}
