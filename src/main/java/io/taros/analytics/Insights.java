package io.taros.analytics;

import io.taros.bot.Bot;
import io.taros.conversation.LanguageMonths;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be known of a bot's days (P-07), told in sums over at least five conversations (P-19).
 */
@Component
public class Insights {
    public static final int FEWEST_CONVERSATIONS = 5;

    private static final int DAYS_OF_WEEK = 7;

    private final BotDays days;
    private final Tallies tallies;
    private final AddingUp adding;
    private final LanguageMonths months;
    private final InstantSource clock;

    Insights(
            BotDays days,
            Tallies tallies,
            AddingUp adding,
            LanguageMonths months,
            InstantSource clock) {
        this.adding = adding;
        this.tallies = tallies;
        this.days = days;
        this.months = months;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What conversations came to that were made anonymous, the newest month first. */
    public List<LanguageMonths.Sums> languages(Bot.Id bot) {
        return months.list(bot);
    }

    /**
     * The whole weeks that these days lie in.
     *
     * @param bot none for all that the caller sees
     */
    public Weeks weeks(Bot.@Nullable Id bot, LocalDate from, LocalDate to) {
        var first = mondayOf(from);
        var last = mondayOf(to).plusDays(DAYS_OF_WEEK - 1L);
        adding.now();
        return Weeks.of(first, last, tallies.list(bot, first, last));
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Both days included. */
    public Period of(Bot.Id bot, LocalDate from, LocalDate to) {
        adding.now();
        var known =
                days.list(bot, from, to).stream()
                        .collect(Collectors.toMap(DayFigures::day, Function.identity()));
        List<Day> all =
                from.datesUntil(to.plusDays(1))
                        .map(date -> shown(known.getOrDefault(date, DayFigures.none(date))))
                        .toList();
        return new Period(from, to, all);
    }

    private static Day shown(DayFigures figures) {
        if (figures.conversations() == 0) {
            return new Day.Quiet(figures.day());
        }
        return figures.conversations() < FEWEST_CONVERSATIONS
                ? new Day.Withheld(figures.day())
                : new Day.Shown(figures);
    }
}
