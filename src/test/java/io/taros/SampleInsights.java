package io.taros;

import static io.taros.SampleViews.NOW;
import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.TWO_BOTS;

import io.taros.analytics.Day;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Period;
import io.taros.analytics.web.InsightsPage;
import io.taros.analytics.web.InsightsPage.Periods;
import io.taros.analytics.web.Span;
import io.taros.conversation.LanguageMonths;
import io.taros.platform.web.View;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Insights: nothing yet, too little, a week, a busy quarter. */
final class SampleInsights {
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private SampleInsights() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        var none = period(TODAY.minusDays(30), 30, Day.Quiet::new);
        views.put(
                "insights-empty",
                new InsightsPage(ONE_BOT, Span.MONTH, new Periods(none, none), 0.5, List.of()));
        views.put(
                "insights-few",
                new InsightsPage(
                        ONE_BOT,
                        Span.WEEK,
                        new Periods(
                                period(
                                        TODAY,
                                        7,
                                        date ->
                                                date.getDayOfMonth() % 3 == 0
                                                        ? new Day.Withheld(date)
                                                        : new Day.Quiet(date)),
                                none),
                        0.5,
                        List.of()));
        views.put("insights-week", page(Span.WEEK, 1));
        views.put("insights", page(Span.MONTH, 3));
        views.put("insights-quarter", page(Span.QUARTER, 400));
        return views;
    }

    private static InsightsPage page(Span span, int busy) {
        var random = new Random(7);
        Function<LocalDate, Day> days = date -> day(date, busy, random);
        var period = period(TODAY, span.days(), days);
        var before = period(TODAY.minusDays(span.days()), span.days(), days);
        return new InsightsPage(
                span == Span.MONTH ? TWO_BOTS : ONE_BOT,
                span,
                new Periods(period, before),
                0.55,
                List.of(
                        new LanguageMonths.Sums(
                                LocalDate.of(2026, 8, 1), "da", 1_204, 1_010, 150, 44),
                        new LanguageMonths.Sums(LocalDate.of(2026, 8, 1), "", 7, 5, 1, 1),
                        new LanguageMonths.Sums(LocalDate.of(2026, 7, 1), "da", 980, 890, 70, 20)));
    }

    private static Period period(LocalDate last, int days, Function<LocalDate, Day> of) {
        var from = last.minusDays(days - 1L);
        return new Period(from, last, from.datesUntil(last.plusDays(1)).map(of).toList());
    }

    private static Day day(LocalDate date, int busy, Random random) {
        if (date.getDayOfWeek().getValue() == 7) {
            return new Day.Quiet(date);
        }
        if (date.getDayOfWeek().getValue() == 6) {
            return new Day.Withheld(date);
        }
        var bins = random.ints(10, 0, 4 * busy).boxed().toList();
        var scored = bins.stream().mapToInt(Integer::intValue).sum();
        var answered = bins.subList(5, 10).stream().mapToInt(Integer::intValue).sum();
        var askedBack = bins.subList(3, 5).stream().mapToInt(Integer::intValue).sum();
        var conversations = 5 + scored / 2;
        return new Day.Shown(
                new DayFigures(
                        date,
                        conversations,
                        conversations * (40_000L + random.nextInt(90_000)),
                        answered,
                        askedBack,
                        scored - answered - askedBack + busy,
                        scored * (0.5 + random.nextDouble() * 0.3),
                        List.copyOf(bins)));
    }
}
