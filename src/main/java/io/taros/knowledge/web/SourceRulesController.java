package io.taros.knowledge.web;

import io.taros.knowledge.PreviewRules;
import io.taros.knowledge.Recrawl;
import io.taros.knowledge.RulesMatch;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.knowledge.web.AddSource.Way;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which pages of a site are read, and how often. */
@Controller
@RequestMapping("/knowledge")
class SourceRulesController {
    record Form(
            @Nullable Way way,
            @Nullable String url,
            @Nullable String include,
            @Nullable String exclude,
            @Nullable Recrawl recrawl) {
        PlanFields fields() {
            return PlanFields.of(include, exclude, recrawl);
        }
    }

    private final Sources sources;
    private final PreviewRules preview;
    private final RateLimits limits;

    SourceRulesController(Sources sources, PreviewRules preview, RateLimits limits) {
        this.sources = sources;
        this.preview = preview;
        this.limits = limits;
    }

    @GetMapping("/sources/{id}/rules")
    @Requires(Permission.KNOWLEDGE_WRITE)
    SourceRulesPage page(@PathVariable UUID id) {
        var source = site(id);
        return page(source, PlanFields.of(source.plan()), FormErrors.NONE);
    }

    @PostMapping("/sources/{id}/rules")
    @Requires(Permission.KNOWLEDGE_WRITE)
    View save(@PathVariable UUID id, Form form) {
        var source = site(id);
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        try {
            sources.change(source.id(), form.fields().wish());
            return new Redirect("/knowledge/sources/" + id);
        } catch (BadInput refused) {
            return page(source, form.fields(), FormErrors.of(refused));
        } catch (Conflict refused) {
            return page(source, form.fields(), FormErrors.of(refused.in("exclude")));
        }
    }

    @PostMapping("/sources/{id}/rules/preview")
    @Requires(Permission.KNOWLEDGE_WRITE)
    MatchedPages preview(@PathVariable UUID id, Form form) {
        var source = site(id);
        return matched(() -> preview.of(source, form.fields().wish()));
    }

    /** Of a site that is about to be added. */
    @PostMapping("/sources/preview")
    @Requires(Permission.KNOWLEDGE_WRITE)
    MatchedPages preview(Form form) {
        String url = form.url();
        if (url == null || url.isBlank()) {
            return MatchedPages.refused(FormErrors.NONE.text("url", "knowledge.rules.address"));
        }
        var kind = form.way() == Way.SITEMAP ? Source.Kind.SITEMAP : Source.Kind.WEBSITE;
        return matched(() -> preview.of(kind, url, form.fields().wish()));
    }

    private static MatchedPages matched(Supplier<RulesMatch> match) {
        try {
            return MatchedPages.of(match.get());
        } catch (BadInput refused) {
            return MatchedPages.refused(FormErrors.of(refused));
        }
    }

    private SourceRulesPage page(Source source, PlanFields fields, FormErrors errors) {
        return new SourceRulesPage(
                source.id().value(), source.shownTitle(), fields, source.kind().hasRules(), errors);
    }

    private Source site(UUID id) {
        var source = sources.get(new Source.Id(id));
        if (!source.kind().isCrawled()) {
            throw new NotFound();
        }
        return source;
    }
}
