package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.knowledge.Audiences;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import io.taros.search.KnowledgeTags;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** For whose questions a source is. */
@Controller
@RequestMapping("/knowledge/sources/{id}/audience")
class AudienceController {
    record Form(@Nullable String tags, @Nullable List<UUID> bots) {
        static Form of(Source.Audience audience) {
            return new Form(
                    audience.tags().toString(),
                    audience.bots().stream().map(Bot.Id::value).toList());
        }

        private String typed() {
            return tags == null ? "" : tags;
        }

        private List<UUID> ticked() {
            return bots == null ? List.of() : bots;
        }

        private Audiences.Wish wish() {
            return new Audiences.Wish(
                    KnowledgeTags.of(List.of(typed())),
                    ticked().stream().map(Bot.Id::new).toList());
        }
    }

    private final Sources sources;
    private final Audiences audiences;
    private final Bots bots;
    private final RateLimits limits;

    AudienceController(Sources sources, Audiences audiences, Bots bots, RateLimits limits) {
        this.sources = sources;
        this.audiences = audiences;
        this.bots = bots;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    AudiencePage page(@PathVariable UUID id) {
        var source = sources.get(new Source.Id(id));
        return page(source, Form.of(source.audience()), FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    View save(@PathVariable UUID id, Form form) {
        var source = sources.get(new Source.Id(id));
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        try {
            audiences.change(source.id(), form.wish());
            return new Redirect("/knowledge/sources/" + id);
        } catch (BadInput refused) {
            return page(source, form, FormErrors.of(refused));
        }
    }

    private AudiencePage page(Source source, Form form, FormErrors errors) {
        var others =
                bots.list().stream()
                        .filter(bot -> !bot.id().equals(source.bot()))
                        .map(bot ->
                                new AudiencePage.Choice(
                                        bot.id().value(),
                                        bot.name(),
                                        form.ticked().contains(bot.id().value())))
                        .toList();
        return new AudiencePage(
                source.id().value(), source.shownTitle(), form.typed(), others, errors);
    }
}
