package io.taros.analytics;

import java.time.LocalDate;
import java.util.List;

/**
 * A bot's days, every one of them, oldest first.
 *
 * @param to the last of them
 */
public record Period(LocalDate from, LocalDate to, List<Day> days) {
    public Period {
        days = List.copyOf(days);
    }

    public List<DayFigures> shown() {
        return days.stream()
                .filter(Day.Shown.class::isInstance)
                .map(day -> ((Day.Shown) day).figures())
                .toList();
    }

    public long withheld() {
        return days.stream().filter(Day.Withheld.class::isInstance).count();
    }

    /**
     * Of the days that are shown. What is withheld is in no sum either: whoever knows all but one
     * could otherwise tell the last.
     */
    public DayFigures totals() {
        return shown().stream().reduce(DayFigures.none(from), DayFigures::plus);
    }
}
