package io.taros.analytics.web;

import io.taros.analytics.Insights;
import io.taros.analytics.Period;
import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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

    InsightsController(Insights insights, CurrentBot current) {
        this.insights = insights;
        this.current = current;
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
                insights.languages(shown.id()));
    }

    @GetMapping("/days.csv")
    @Requires(Permission.INSIGHT_READ)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String days) {
        var period = last(current.of(bot), Span.of(days));
        var name = "insights-" + period.from() + "-to-" + period.to() + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(DaysCsv.of(period).getBytes(StandardCharsets.UTF_8));
    }

    private Period last(Bot bot, Span span) {
        var today = insights.today();
        return insights.of(bot.id(), today.minusDays(span.days() - 1L), today);
    }
}
