package io.taros.handover;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When people can be expected.
 *
 * @param zone in which all of it is meant
 * @param week the hours of each day that has any
 * @param country on whose public holidays nobody works, ISO 3166-1 alpha-2; absent where they do
 * @param days that are not as usual; they come before the week and the holidays
 */
public record Hours(
        ZoneId zone,
        Map<DayOfWeek, List<Window>> week,
        @Nullable String country,
        List<SpecialDay> days) {
    /** How far ahead the next opening is looked for. */
    private static final int DAYS_AHEAD = 60;

    public Hours {
        week = Map.copyOf(week);
        days = List.copyOf(days);
    }

    /**
     * From one time of day to another; one that ends no later than it begins ends on the next day.
     */
    public record Window(LocalTime from, LocalTime to) {
        private ZonedDateTime begin(LocalDate day, ZoneId zone) {
            return day.atTime(from).atZone(zone);
        }

        private ZonedDateTime end(LocalDate day, ZoneId zone) {
            return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone);
        }
    }

    /**
     * @param windows its hours; none where nobody comes
     */
    public record SpecialDay(LocalDate day, List<Window> windows, String name) {
        public SpecialDay {
            windows = List.copyOf(windows);
        }
    }

    public boolean isOpen(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return isWithin(today, now) || isWithin(today.minusDays(1), now);
    }

    /** When they open next; empty if they do not within two months. */
    public Optional<ZonedDateTime> opens(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> on(day).stream().map(window -> window.begin(day, zone)))
                .filter(begin -> begin.toInstant().isAfter(now))
                .min(ZonedDateTime::compareTo);
    }

    /** What is worked on a day. */
    public List<Window> on(LocalDate day) {
        return days.stream()
                .filter(special -> special.day().equals(day))
                .findFirst()
                .map(SpecialDay::windows)
                .orElseGet(() -> usually(day));
    }

    private List<Window> usually(LocalDate day) {
        return country != null && PublicHolidays.isOne(country, day)
                ? List.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private boolean isWithin(LocalDate day, Instant now) {
        return on(day).stream()
                .anyMatch(window ->
                        !now.isBefore(window.begin(day, zone).toInstant())
                                && now.isBefore(window.end(day, zone).toInstant()));
    }
}
