package io.taros.knowledge.web;

import io.taros.bot.CurrentBot;
import io.taros.knowledge.AlikePairs;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.Source;
import io.taros.knowledge.web.AlikePage.Notice;
import io.taros.knowledge.web.PairRow.State;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/knowledge/questions/alike")
class AlikeController {
    private static final int SHOWN = 20;

    /**
     * @param one the pair that is kept, where only one is
     */
    record Form(
            @Nullable UUID bot, @Nullable UUID one, @Nullable UUID other, @Nullable Notice act) {}

    private final AlikePairs alike;
    private final SourcePages pages;
    private final CurrentBot current;

    AlikeController(AlikePairs alike, SourcePages pages, CurrentBot current) {
        this.alike = alike;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    AlikePage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable Notice notice) {
        var chosen = current.of(bot);
        return new AlikePage(
                current.pick(chosen),
                alike.list(chosen.id(), SHOWN).stream().map(AlikeController::two).toList(),
                alike.count(chosen.id()),
                pages.waiting(chosen),
                notice);
    }

    @PostMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    Redirect decide(Form form, Caller caller) {
        var bot = current.of(form.bot());
        var act = form.act() == null ? Notice.APART : form.act();
        var one = id(form.one());
        var other = id(form.other());
        switch (act) {
            case KEEP -> alike.keep(one, other);
            case MERGE -> alike.merge(one, other, Confirmation.by(caller));
            case APART -> alike.tellApart(one, other);
        }
        return new Redirect(
                "/knowledge/questions/alike?bot=%s&notice=%s".formatted(bot.id().value(), act));
    }

    private static Source.Id id(@Nullable UUID id) {
        if (id == null) {
            throw new NotFound();
        }
        return new Source.Id(id);
    }

    private static AlikePage.Two two(AlikePairs.Alike alike) {
        return new AlikePage.Two(
                alike.likeness(),
                PairRow.of(alike.first(), State.SHOWN),
                PairRow.of(alike.second(), State.SHOWN));
    }
}
