package io.taros;

import static io.taros.SampleViews.NOW;
import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.TWO_BOTS;

import io.taros.analytics.Cut;
import io.taros.analytics.Day;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Period;
import io.taros.analytics.Tally;
import io.taros.analytics.Weeks;
import io.taros.analytics.web.InsightsPage;
import io.taros.analytics.web.InsightsPage.Periods;
import io.taros.analytics.web.Overview;
import io.taros.analytics.web.Span;
import io.taros.conversation.HandoverReason;
import io.taros.conversation.LanguageMonths;
import io.taros.conversation.Resolution;
import io.taros.platform.web.View;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Insights: nothing yet, too little, a week, a busy quarter. */
final class SampleInsights {
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private static final Tally NOTHING = new Tally(0, 0, 0, 0);

    private SampleInsights() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        var none = period(TODAY.minusDays(30), 30, Day.Quiet::new);
        views.put(
                "insights-empty",
                new InsightsPage(
                        ONE_BOT,
                        Span.MONTH,
                        new Periods(none, none),
                        0.5,
                        List.of(),
                        Overview.NONE));
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
                        List.of(),
                        Overview.NONE));
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
                        new LanguageMonths.Sums(LocalDate.of(2026, 7, 1), "da", 980, 890, 70, 20)),
                new Overview(
                        weeks(busy),
                        busy > 1 ? weeks(busy - 1) : Weeks.NONE,
                        span == Span.MONTH
                                ? List.of(bot("Robin", period), bot("Wholesale, in Danish", before))
                                : List.of(),
                        Map.of("one", "Delivery", "two", "Wholesale")));
    }

    private static Overview.OfBot bot(String name, Period period) {
        return new Overview.OfBot(UUID.randomUUID(), name, period.totals());
    }

    private static Weeks weeks(int busy) {
        var pages =
                IntStream.rangeClosed(1, 14)
                        .mapToObj(n -> group("/shop/wool-and-yarn/page-" + n, busy * (40 - n)))
                        .toList();
        return new Weeks(
                TODAY.minusWeeks(4),
                TODAY,
                Map.of(
                        Tally.Kind.LANGUAGE,
                        new Cut(
                                List.of(group("da", 412 * busy), group("en", 57 * busy)),
                                new Tally(11, 7, 1, 3),
                                0),
                        Tally.Kind.PAGE,
                        new Cut(pages, new Tally(31, 20, 4, 9), 0),
                        Tally.Kind.HANDOVER,
                        new Cut(reasons(busy), new Tally(6, 0, 0, 0), busy == 1 ? 1 : 0),
                        Tally.Kind.ENDING,
                        new Cut(
                                List.of(
                                        group(Resolution.ASSUMED.name(), 240 * busy),
                                        group(Resolution.UNANSWERED.name(), 61 * busy),
                                        group(Resolution.BY_PERSON.name(), 40 * busy)),
                                new Tally(7, 0, 0, 0),
                                0),
                        Tally.Kind.TAG,
                        new Cut(List.of(group("one", 33 * busy), group("two", 12)), NOTHING, 0),
                        Tally.Kind.CHAT_RATING,
                        new Cut(
                                List.of(group("5", 41 * busy), group("1", 9), group("4", 7)),
                                NOTHING,
                                0),
                        Tally.Kind.FIRST_REPLY,
                        new Cut(
                                List.of(group("20", 9 * busy), group("31", 12), group("45", 2)),
                                NOTHING,
                                0)));
    }

    private static List<Cut.Group> reasons(int busy) {
        return Arrays.stream(HandoverReason.values())
                .map(reason -> group(reason.name(), busy * (60 - 8 * reason.ordinal())))
                .toList();
    }

    private static Cut.Group group(String name, int conversations) {
        return new Cut.Group(
                name,
                new Tally(conversations, conversations, conversations / 9, conversations / 4));
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
