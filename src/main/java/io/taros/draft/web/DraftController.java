package io.taros.draft.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.draft.Drafts;
import io.taros.draft.Publishing;
import io.taros.draft.web.DraftPage.Notice;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/bot/draft")
class DraftController {
    private final Drafts drafts;
    private final Publishing publishing;
    private final DraftPages pages;
    private final CurrentBot current;
    private final RateLimits limits;

    DraftController(
            Drafts drafts,
            Publishing publishing,
            DraftPages pages,
            CurrentBot current,
            RateLimits limits) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.pages = pages;
        this.current = current;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.DRAFT_READ)
    DraftPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String notice,
            Locale locale) {
        var told =
                Arrays.stream(Notice.values())
                        .filter(one -> one.name().equalsIgnoreCase(notice))
                        .findFirst()
                        .orElse(Notice.NONE);
        return pages.page(current.of(bot), told, locale);
    }

    @PostMapping
    @Requires(Permission.DRAFT_WRITE)
    View open(@RequestParam(required = false) @Nullable UUID bot) {
        var chosen = current.of(bot);
        drafts.open(chosen.id());
        return page(chosen, Notice.NONE);
    }

    @PostMapping("/golden-runs")
    @Requires(Permission.ANSWER)
    View ask(@RequestParam(required = false) @Nullable UUID bot, Locale locale) {
        var chosen = current.of(bot);
        limits.take(Limit.GOLDEN_RUN, Tenancy.organization().toString());
        return orRefused(chosen, Notice.NONE, locale, () -> drafts.ask(chosen.id()));
    }

    @PostMapping("/publication")
    @Requires(Permission.DRAFT_WRITE)
    View publish(@RequestParam(required = false) @Nullable UUID bot, Locale locale) {
        var chosen = current.of(bot);
        return orRefused(chosen, Notice.PUBLISHED, locale, () -> publishing.publish(chosen.id()));
    }

    @PostMapping("/override")
    @Requires(Permission.DRAFT_OVERRIDE)
    View publishAnyway(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        var chosen = current.of(bot);
        try {
            return orRefused(
                    chosen,
                    Notice.PUBLISHED,
                    locale,
                    () -> publishing.publishAnyway(chosen.id(), reason));
        } catch (BadInput refused) {
            return pages.page(chosen, reason, FormErrors.of(refused), locale);
        }
    }

    @PostMapping("/discard")
    @Requires(Permission.DRAFT_WRITE)
    View discard(@RequestParam(required = false) @Nullable UUID bot, Locale locale) {
        var chosen = current.of(bot);
        return orRefused(chosen, Notice.DISCARDED, locale, () -> publishing.discard(chosen.id()));
    }

    @PostMapping("/gate")
    @Requires(Permission.DRAFT_OVERRIDE)
    View gate(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String gate) {
        var chosen = current.of(bot);
        if (gate.equals(DraftPage.Gate.ON.name())) {
            publishing.switchGateOn(chosen.id());
        }
        if (gate.equals(DraftPage.Gate.OFF.name())) {
            publishing.switchGateOff(chosen.id());
        }
        return page(chosen, Notice.NONE);
    }

    private View orRefused(Bot bot, Notice notice, Locale locale, Runnable work) {
        try {
            work.run();
            return page(bot, notice);
        } catch (Conflict refused) {
            return pages.page(bot, "", FormErrors.of(refused.in("draft")), locale);
        }
    }

    private static Redirect page(Bot bot, Notice notice) {
        var told = notice == Notice.NONE ? "" : "&notice=" + notice.name();
        return new Redirect("/bot/draft?bot=" + bot.id().value() + told);
    }
}
