package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.knowledge.ChangeSource;
import io.taros.knowledge.Document;
import io.taros.knowledge.Documents;
import io.taros.knowledge.Problem;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.knowledge.SourceRuns;
import io.taros.knowledge.Sources;
import io.taros.knowledge.UnlockSource;
import io.taros.knowledge.WaitingSources;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.Page;
import io.taros.platform.web.RateLimits;
import io.taros.search.DocumentId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sources/{id}")
@Tag(name = "Sources", description = "What a bot is taught.")
class SourceController {
    private final Sources sources;
    private final ChangeSource changing;
    private final WaitingSources waiting;
    private final UnlockSource unlocking;
    private final Documents documents;
    private final SourceRuns runs;
    private final Sentence sentence;
    private final RateLimits limits;

    SourceController(
            Sources sources,
            ChangeSource changing,
            WaitingSources waiting,
            UnlockSource unlocking,
            Documents documents,
            SourceRuns runs,
            Sentence sentence,
            RateLimits limits) {
        this.changing = changing;
        this.unlocking = unlocking;
        this.runs = runs;
        this.limits = limits;
        this.waiting = waiting;
        this.sources = sources;
        this.documents = documents;
        this.sentence = sentence;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "getSource",
            summary = "See how far a source is",
            description = "The status is queued, fetching, reading, ready or failed.")
    SourceView get(@PathVariable UUID id, Locale locale) {
        return SourceView.of(sources.get(new Source.Id(id)), sentence, locale);
    }

    @GetMapping("/documents")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "listDocuments",
            summary = "List the documents of a source",
            description = "With the text that was understood.")
    Page<DocumentView> documents(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Source source = sources.get(new Source.Id(id));
        int size = Page.limit(limit);
        DocumentId after = cursor == null ? null : new DocumentId(cursor);
        List<DocumentView> rows =
                documents.readable(source.id(), after, size + 1).stream().map(this::view).toList();
        return Page.of(rows, size, document -> document.id().toString());
    }

    @GetMapping("/failures")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "listFailures",
            summary = "List the pages that could not be read",
            description = "Each with the reason; 200 at most.")
    Page<FailureView> failures(@PathVariable UUID id, Locale locale) {
        Source source = sources.get(new Source.Id(id));
        List<FailureView> rows =
                documents.failed(source.id(), Page.MAX_LIMIT).stream()
                        .map(document -> failure(document, locale))
                        .toList();
        return Page.of(rows, Page.MAX_LIMIT, failure -> failure.id().toString());
    }

    @PatchMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "changeSource",
            summary = "Change a source",
            description =
                    "Which pages of a site are read and how often, and for any source the tags and the further bots it is for."
                            + " What is not sent stays. Pages that are left out from now on are forgotten at once; the site"
                            + " is read again for those that come. Tags and bots hold from the next answer on.")
    SourceView change(@PathVariable UUID id, @RequestBody SourceChange body, Locale locale) {
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        var source = changing.change(new Source.Id(id), body.wish(), body.audience());
        return SourceView.of(source, sentence, locale);
    }

    @PostMapping("/sync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "syncSource",
            summary = "Compare with the web now",
            description =
                    "Reads a website, a page or a site map again; only what changed is learned anew. Nothing begins while"
                            + " it is being read. 409 for what is not on the web.")
    SourceView sync(@PathVariable UUID id, Locale locale) {
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        return SourceView.of(sources.sync(new Source.Id(id)), sentence, locale);
    }

    @GetMapping("/runs")
    @Requires(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "listSourceRuns",
            summary = "See what changed",
            description =
                    "What the last readings of a site came to, the newest first; of each kind of change 100 addresses at"
                            + " most.")
    Page<RunView> runs(@PathVariable UUID id) {
        Source source = sources.get(new Source.Id(id));
        List<RunView> rows = runs.list(source.id()).stream().map(RunView::of).toList();
        return Page.of(rows, Page.MAX_LIMIT, run -> String.valueOf(run.round()));
    }

    @PostMapping("/reading")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "readSourceAgain",
            summary = "Read again",
            description = "What failed, or everything if nothing did.")
    SourceView retry(@PathVariable UUID id, Locale locale) {
        return SourceView.of(sources.retry(new Source.Id(id)), sentence, locale);
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "unlockSource",
            summary = "Give the password of a PDF",
            description =
                    "Where a source failed because its file asks for one. It is used once and not"
                            + " kept; the file is kept without it and read. 422 if the password does"
                            + " not open it.")
    SourceView unlock(@PathVariable UUID id, @RequestBody PasswordBody body, Locale locale) {
        var password = body.password() == null ? "" : body.password();
        return SourceView.of(unlocking.unlock(new Source.Id(id), password), sentence, locale);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "deleteSource",
            summary = "Delete a source",
            description = "From then on nothing of it is cited.")
    void remove(@PathVariable UUID id) {
        sources.remove(new Source.Id(id));
    }

    @PutMapping("/leaving")
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "leaveWithDraft",
            summary = "Let a source leave with the draft",
            description =
                    "Visitors get it until the draft is published, then it is deleted. Opens a"
                            + " draft if none is open. 409 if the source is only in the draft.")
    SourceView leave(@PathVariable UUID id, Locale locale) {
        waiting.leave(new Source.Id(id));
        return get(id, locale);
    }

    @DeleteMapping("/leaving")
    @Requires(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "keepSource",
            summary = "Keep a source that was to leave",
            description = "It stays when the draft is published.")
    SourceView keep(@PathVariable UUID id, Locale locale) {
        waiting.keep(new Source.Id(id));
        return get(id, locale);
    }

    private DocumentView view(Document document) {
        return DocumentView.of(document, documents.text(document.id()).orElse(""));
    }

    private FailureView failure(Document document, Locale locale) {
        Problem problem = document.problem();
        return new FailureView(
                document.id().value(),
                document.url(),
                problem == null ? "" : sentence.of(problem, locale));
    }
}
