package io.taros.analytics.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.analytics.Insights;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Insights", description = "What a bot's days came to, in sums.")
class InsightsApi {
    private static final int MAX_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    private final Insights insights;
    private final Bots bots;

    InsightsApi(Insights insights, Bots bots) {
        this.insights = insights;
        this.bots = bots;
    }

    @GetMapping("/api/v1/bots/{id}/insights/languages")
    @Requires(Permission.INSIGHT_READ)
    @Operation(
            operationId = "readInsightsOfLanguages",
            summary = "Read what anonymous conversations came to",
            description =
                    "What stays of conversations that were made anonymous, by month and language, the newest month first."
                            + " Fewer than five are put together without a language, or left out.")
    LanguagesView languages(@PathVariable UUID id) {
        return LanguagesView.of(insights.languages(bots.get(new Bot.Id(id)).id()));
    }

    @GetMapping("/api/v1/insights")
    @Requires(Permission.INSIGHT_READ)
    @Operation(
            operationId = "readInsightsOfWeeks",
            summary = "Read what conversations had in common",
            description =
                    "Handovers by reason, endings, ratings, waiting times, languages and pages, of the whole weeks that the"
                            + " days lie in, in UTC; without them the last 30 days. Of one bot, or of all that the key"
                            + " sees. At most 366 days.")
    WeeksView weeks(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate to) {
        var of = bot == null ? null : bots.get(new Bot.Id(bot)).id();
        var span = span(from, to);
        return WeeksView.of(insights.weeks(of, span.from(), span.to()));
    }

    @GetMapping("/api/v1/bots/{id}/insights")
    @Requires(Permission.INSIGHT_READ)
    @Operation(
            operationId = "readInsights",
            summary = "Read what a bot's days came to",
            description =
                    "Decisions, reliability and session length by day, in UTC, both days included; without them the last"
                            + " 30. At most 366 days.")
    InsightsView read(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate to) {
        var bot = bots.get(new Bot.Id(id));
        var span = span(from, to);
        return InsightsView.of(insights.of(bot.id(), span.from(), span.to()));
    }

    private record Asked(LocalDate from, LocalDate to) {}

    private Asked span(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? insights.today() : to;
        var first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (first.isAfter(last)) {
            throw new BadInput("from", "analytics.input.order");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            throw new BadInput("from", "analytics.input.days", MAX_DAYS);
        }
        return new Asked(first, last);
    }
}
