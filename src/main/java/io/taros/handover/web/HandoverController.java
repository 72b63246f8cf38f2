package io.taros.handover.web;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.handover.Handovers;
import io.taros.handover.Hours;
import io.taros.handover.PublicHolidays;
import io.taros.handover.Teams;
import io.taros.handover.web.HandoverPage.TopicRow;
import io.taros.organization.Organizations;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/bot/handover")
class HandoverController {
    private static final int HOLIDAYS_SHOWN = 5;

    private final CurrentBot current;
    private final Bots bots;
    private final Handovers handovers;
    private final Teams teams;
    private final Organizations organizations;
    private final InstantSource clock;

    HandoverController(
            CurrentBot current,
            Bots bots,
            Handovers handovers,
            Teams teams,
            Organizations organizations,
            InstantSource clock) {
        this.current = current;
        this.bots = bots;
        this.handovers = handovers;
        this.teams = teams;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.BOT_READ)
    HandoverPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "false") boolean saved,
            Locale reader) {
        var shown = current.of(bot);
        return new HandoverPage(
                current.pick(shown),
                padded(kept(shown.id())),
                choices(),
                opening(shown.id(), reader),
                saved,
                FormErrors.NONE);
    }

    @PostMapping("/rules")
    @Requires(Permission.BOT_WRITE)
    View saveRules(
            @RequestParam UUID bot,
            @RequestParam MultiValueMap<String, String> form,
            Locale reader) {
        var shown = bots.get(new Bot.Id(bot));
        var given = RulesForm.of(form);
        var errors = given.errors(choices());
        if (errors.isEmpty()) {
            handovers.keep(shown.id(), given.rules());
            return saved(shown);
        }
        return new HandoverPage(
                current.pick(shown),
                padded(given.typed()),
                choices(),
                opening(shown.id(), reader),
                false,
                errors);
    }

    @PostMapping("/hours")
    @Requires(Permission.BOT_WRITE)
    View saveHours(@RequestParam UUID bot, @RequestParam Map<String, String> form, Locale reader) {
        var shown = bots.get(new Bot.Id(bot));
        var given = HoursForm.of(form);
        var errors = given.isKept() ? given.errors() : FormErrors.NONE;
        if (errors.isEmpty()) {
            handovers.keep(shown.id(), given.isKept() ? given.hours() : null);
            return saved(shown);
        }
        return new HandoverPage(
                current.pick(shown),
                padded(kept(shown.id())),
                choices(),
                given.shown(outlook(shown.id(), reader)),
                false,
                errors);
    }

    private static Redirect saved(Bot bot) {
        return new Redirect("/bot/handover?saved=true&bot=" + bot.id().value());
    }

    private HandoverPage.Rules kept(Bot.Id bot) {
        var rules = handovers.rules(bot);
        return new HandoverPage.Rules(
                rules.topics().stream().map(TopicRow::of).toList(),
                rules.tries(),
                rules.isForAngry(),
                String.join(", ", rules.angryWords()),
                HandoverPage.idOf(rules.team()));
    }

    private List<HandoverPage.Choice> choices() {
        return teams.list().stream()
                .map(team -> new HandoverPage.Choice(team.id().value().toString(), team.name()))
                .toList();
    }

    private static HandoverPage.Rules padded(HandoverPage.Rules rules) {
        var topics = new ArrayList<>(rules.topics());
        topics.addAll(List.of(TopicRow.BLANK, TopicRow.BLANK));
        return new HandoverPage.Rules(
                topics, rules.tries(), rules.isForAngry(), rules.angryWords(), rules.team());
    }

    private HandoverPage.Opening opening(Bot.Id bot, Locale reader) {
        return handovers
                .hours(bot)
                .map(HoursForm::of)
                .orElseGet(() -> HoursForm.usual(organizations.get().timeZone()))
                .shown(outlook(bot, reader));
    }

    private HandoverPage.Outlook outlook(Bot.Id bot, Locale reader) {
        return handovers
                .hours(bot)
                .map(hours -> outlook(hours, reader))
                .orElse(HandoverPage.Outlook.OPEN);
    }

    private HandoverPage.Outlook outlook(Hours hours, Locale reader) {
        var now = clock.instant();
        var country = hours.country();
        var isOpen = hours.isOpen(now);
        return new HandoverPage.Outlook(
                isOpen,
                isOpen ? null : hours.opens(now).map(ZonedDateTime::toInstant).orElse(null),
                country == null
                        ? List.of()
                        : PublicHolidays.next(
                                country,
                                LocalDate.ofInstant(now, hours.zone()),
                                HOLIDAYS_SHOWN,
                                reader));
    }
}
