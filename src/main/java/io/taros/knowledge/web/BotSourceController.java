package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Limit;
import io.taros.platform.web.Page;
import io.taros.platform.web.RateLimits;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/bots/{bot}/sources")
@Tag(name = "Sources", description = "What a bot is taught.")
class BotSourceController {
    private final Sources sources;
    private final Bots bots;
    private final Sentence sentence;
    private final RateLimits limits;

    BotSourceController(Sources sources, Bots bots, Sentence sentence, RateLimits limits) {
        this.limits = limits;
        this.sources = sources;
        this.bots = bots;
        this.sentence = sentence;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "addSource",
            summary =
                    "Teach a website, page, site map, text or question, or open a source for documents of your own",
            description =
                    "Reading happens afterwards; ask for the source to see how far it is. Adding the same content again"
                            + " finds the same source. Where the bot has a draft, or its changes have to pass, it goes"
                            + " there. By calling this you confirm that you may use the content.")
    SourceView add(
            @PathVariable UUID bot, @RequestBody SourceBody body, Caller caller, Locale locale) {
        if (!body.mayBeUsed()) {
            throw new BadInput("rightsConfirmed", "knowledge.input.rights");
        }
        NewSource source =
                body.source(new Bot.Id(bot))
                        .orElseThrow(() -> new BadInput("type", "knowledge.input.type"));
        return teach(source, caller, locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "addSource",
            summary = "Teach a file",
            description =
                    "PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, RTF, e-mail, HTML, Markdown, CSV or plain"
                            + " text, or a ZIP archive of such files, told apart by content.")
    SourceView upload(
            @PathVariable UUID bot,
            @RequestParam("file") MultipartFile file,
            Caller caller,
            Locale locale) {
        String name = String.valueOf(file.getOriginalFilename());
        var source = new NewSource.File(new Bot.Id(bot), name, file.getSize(), file::getBytes);
        return teach(source, caller, locale);
    }

    private SourceView teach(NewSource source, Caller caller, Locale locale) {
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        return view(sources.add(source, Confirmation.by(caller)), locale);
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "listSources",
            summary = "List what a bot was taught",
            description = "Newest first.")
    Page<SourceView> list(
            @PathVariable UUID bot,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale locale) {
        int size = Page.limit(limit);
        List<SourceView> rows =
                sources.list(bots.get(new Bot.Id(bot)).id()).stream()
                        .filter(source -> isAfter(source, cursor))
                        .limit(size + 1L)
                        .map(source -> view(source, locale))
                        .toList();
        return Page.of(rows, size, source -> source.id().toString());
    }

    private static boolean isAfter(Source source, @Nullable UUID cursor) {
        return cursor == null || source.id().value().toString().compareTo(cursor.toString()) < 0;
    }

    private SourceView view(Source source, Locale locale) {
        return SourceView.of(source, sentence, locale);
    }
}
