package io.taros.handover;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The days on which a whole country does not work, as Jollyday knows them. */
public final class PublicHolidays {
    private static final Map<String, HolidayManager> COUNTRIES = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    /** One of a country's. */
    public record Day(LocalDate date, String name) {}

    /** ISO 3166-1 alpha-2. */
    public static List<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> code.matches("[A-Z]{2}"))
                .sorted()
                .toList();
    }

    static boolean isOne(String country, LocalDate day) {
        return of(country).isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    /** Those that follow, in the order they come. */
    public static List<Day> next(String country, LocalDate from, int count, Locale reader) {
        return of(country).getHolidays(from, from.plusYears(1), HolidayType.PUBLIC_HOLIDAY).stream()
                .sorted(Comparator.comparing(Holiday::getDate))
                .limit(count)
                .map(holiday -> new Day(holiday.getDate(), holiday.getDescription(reader)))
                .toList();
    }

    private static HolidayManager of(String country) {
        return COUNTRIES.computeIfAbsent(
                country.toLowerCase(Locale.ROOT),
                code -> HolidayManager.getInstance(ManagerParameters.create(code)));
    }
}
