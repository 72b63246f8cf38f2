package io.taros.knowledge.web;

import io.taros.bot.BotDrafts;
import io.taros.knowledge.Document;
import io.taros.knowledge.Documents;
import io.taros.knowledge.Failures;
import io.taros.knowledge.Paces;
import io.taros.knowledge.Sentence;
import io.taros.knowledge.Source;
import io.taros.knowledge.SourceRuns;
import io.taros.knowledge.Sources;
import io.taros.knowledge.UnlockSource;
import io.taros.knowledge.WaitingSources;
import io.taros.knowledge.web.SourcePage.Choice;
import io.taros.knowledge.web.SourcePage.Upkeep;
import io.taros.knowledge.web.SourceProgress.Place;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.search.DocumentId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/knowledge")
class SourceDetailController {
    private static final int PAGE = 100;

    private final Sources sources;
    private final WaitingSources waiting;
    private final UnlockSource unlocking;
    private final BotDrafts drafts;
    private final Documents documents;
    private final Failures failures;
    private final Sentence sentence;
    private final SourceRuns runs;
    private final RateLimits limits;
    private final Paces paces;
    private final ShownSources rows;

    SourceDetailController(
            Sources sources,
            WaitingSources waiting,
            UnlockSource unlocking,
            BotDrafts drafts,
            Documents documents,
            Failures failures,
            Sentence sentence,
            SourceRuns runs,
            RateLimits limits,
            Paces paces,
            ShownSources rows) {
        this.sources = sources;
        this.waiting = waiting;
        this.unlocking = unlocking;
        this.drafts = drafts;
        this.documents = documents;
        this.failures = failures;
        this.sentence = sentence;
        this.runs = runs;
        this.limits = limits;
        this.paces = paces;
        this.rows = rows;
    }

    @GetMapping("/sources/{id}")
    @Requires(Permission.KNOWLEDGE_READ)
    SourcePage page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean delete,
            Locale locale) {
        var source = sources.get(new Source.Id(id));
        var asked = new Asked(words.strip(), cursor == null ? null : new DocumentId(cursor));
        var question = delete ? SourcePage.Question.DELETE : SourcePage.Question.NONE;
        return page(source, asked, question, FormErrors.NONE, locale);
    }

    /**
     * Which of its documents are shown.
     *
     * @param words in their title or address
     */
    private record Asked(String words, @Nullable DocumentId after) {
        static final Asked ALL = new Asked("", null);
    }

    private SourcePage page(
            Source source,
            Asked asked,
            SourcePage.Question question,
            FormErrors errors,
            Locale locale) {
        var found = documents.find(source.id(), asked.words(), asked.after(), PAGE + 1);
        return new SourcePage(
                progress(source, Place.ON_ITS_PAGE, locale),
                found.stream().limit(PAGE).map(document -> row(document, locale)).toList(),
                asked.words(),
                failures.of(source.id(), locale),
                source.kind().isCrawled() ? upkeep(source) : null,
                runs.list(source.id()),
                found.size() > PAGE ? found.get(PAGE - 1).id().value().toString() : null,
                question,
                choice(source),
                source.isLocked(),
                errors);
    }

    private static Upkeep upkeep(Source source) {
        var rules = source.plan().rules();
        return new Upkeep(
                source.plan().recrawl(),
                source.nextReadingAt(),
                rules.include().size() + rules.exclude().size());
    }

    private Choice choice(Source source) {
        return switch (source.standing()) {
            case DRAFT -> Choice.NONE;
            case LEAVING -> Choice.KEEP;
            case PUBLISHED -> drafts.isWaiting(source.bot()) ? Choice.LEAVE : Choice.NONE;
        };
    }

    @GetMapping("/sources/{id}/progress")
    @Requires(Permission.KNOWLEDGE_READ)
    SourceProgress progress(@PathVariable UUID id, Locale locale) {
        return progress(sources.get(new Source.Id(id)), Place.BY_ITSELF, locale);
    }

    @PostMapping("/sources/{id}/stop")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View stop(@PathVariable UUID id) {
        sources.stop(new Source.Id(id));
        return new Redirect("/knowledge/sources/" + id);
    }

    @PostMapping("/sources/{id}/reading")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View readAgain(@PathVariable UUID id) {
        var source = sources.retry(new Source.Id(id));
        return new Redirect("/knowledge/sources/" + source.id().value());
    }

    record Password(@Nullable String password) {}

    @PostMapping("/sources/{id}/password")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View unlock(@PathVariable UUID id, Password given, Locale locale) {
        var source = sources.get(new Source.Id(id));
        try {
            unlocking.unlock(source.id(), given.password() == null ? "" : given.password());
            return new Redirect("/knowledge/sources/" + id);
        } catch (BadInput refused) {
            var none = SourcePage.Question.NONE;
            return page(source, Asked.ALL, none, FormErrors.of(refused), locale);
        }
    }

    @PostMapping("/sources/{id}/sync")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View sync(@PathVariable UUID id) {
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        sources.sync(new Source.Id(id));
        return new Redirect("/knowledge/sources/" + id);
    }

    @PostMapping("/sources/{id}/removal")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View remove(@PathVariable UUID id) {
        var source = sources.get(new Source.Id(id));
        sources.remove(source.id());
        var room = source.kind() == Source.Kind.QA ? "/knowledge/questions" : "/knowledge";
        return new Redirect(room + "?bot=" + source.bot().value());
    }

    @PostMapping("/sources/{id}/leaving")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View leave(@PathVariable UUID id) {
        var source = sources.get(new Source.Id(id));
        try {
            waiting.leave(source.id());
            return new Redirect("/knowledge/sources/" + id);
        } catch (Conflict onlyInTheDraft) {
            // The page says so, and offers to delete it.
            return new Redirect("/knowledge/sources/" + id);
        }
    }

    @PostMapping("/sources/{id}/staying")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View keep(@PathVariable UUID id) {
        waiting.keep(new Source.Id(id));
        return new Redirect("/knowledge/sources/" + id);
    }

    private SourceProgress progress(Source source, Place place, Locale locale) {
        return new SourceProgress(rows.row(source, locale), paces.of(source), place);
    }

    private SourcePage.DocumentRow row(Document document, Locale locale) {
        var problem = document.problem();
        return new SourcePage.DocumentRow(
                document.id().value(),
                document.title(),
                document.url(),
                document.language(),
                document.passages(),
                readAt(document),
                problem == null ? null : sentence.of(problem, locale));
    }

    private static Instant readAt(Document document) {
        var fetched = document.fetchedAt();
        return fetched == null ? Instant.EPOCH : fetched;
    }
}
