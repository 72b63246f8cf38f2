package io.taros.analytics.web;

import io.taros.analytics.Insights;
import io.taros.analytics.InsightsAction;
import io.taros.analytics.Period;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.conversation.Tag;
import io.taros.conversation.Tags;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/insights")
class InsightsController {
    private final Insights insights;
    private final CurrentBot current;
    private final Bots bots;
    private final Tags tags;
    private final Audit audit;

    InsightsController(Insights insights, CurrentBot current, Bots bots, Tags tags, Audit audit) {
        this.tags = tags;
        this.insights = insights;
        this.current = current;
        this.bots = bots;
        this.audit = audit;
    }

    @GetMapping
    @Requires(Permission.INSIGHT_READ)
    InsightsPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String days) {
        var shown = current.of(bot);
        var span = Span.of(days);
        var period = last(shown, span);
        var before =
                insights.of(
                        shown.id(),
                        period.from().minusDays(span.days()),
                        period.from().minusDays(1));
        return new InsightsPage(
                current.pick(shown),
                span,
                new InsightsPage.Periods(period, before),
                shown.threshold(),
                insights.languages(shown.id()),
                overview(shown, period));
    }

    private Overview overview(Bot shown, Period period) {
        var weeks = insights.weeks(shown.id(), period.from(), period.to());
        var lastBefore = weeks.from().minusDays(1);
        var before = insights.weeks(shown.id(), weeks.from().minusWeeks(weeks.count()), lastBefore);
        var all = bots.list();
        return new Overview(
                weeks,
                before,
                all.size() < 2 ? List.of() : all.stream().map(bot -> ofBot(bot, period)).toList(),
                tagNames());
    }

    private Map<String, String> tagNames() {
        return tags.list().stream()
                .collect(Collectors.toMap(tag -> tag.id().value().toString(), Tag::name));
    }

    private Overview.OfBot ofBot(Bot bot, Period period) {
        return new Overview.OfBot(
                bot.id().value(),
                bot.name(),
                insights.of(bot.id(), period.from(), period.to()).totals());
    }

    @GetMapping("/days.csv")
    @Requires(Permission.INSIGHT_READ)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String days) {
        var of = current.of(bot);
        var period = last(of, Span.of(days));
        audit.record(InsightsAction.EXPORTED, of.id());
        return file("days", period.from() + "-to-" + period.to(), DaysCsv.of(period));
    }

    @GetMapping("/weeks.csv")
    @Requires(Permission.INSIGHT_READ)
    ResponseEntity<byte[]> weeks(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String days) {
        var of = current.of(bot);
        var today = insights.today();
        var weeks = insights.weeks(of.id(), today.minusDays(Span.of(days).days() - 1L), today);
        audit.record(InsightsAction.EXPORTED, of.id());
        return file("weeks", weeks.from() + "-to-" + weeks.to(), WeeksCsv.of(weeks, tagNames()));
    }

    private static ResponseEntity<byte[]> file(String what, String when, String text) {
        var name = "insights-" + what + "-" + when + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Period last(Bot bot, Span span) {
        var today = insights.today();
        return insights.of(bot.id(), today.minusDays(span.days() - 1L), today);
    }
}
