package io.taros.handover;

import io.taros.handover.Hours.SpecialDay;
import io.taros.handover.Hours.Window;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hours as one types them: {@code 9-17}, {@code 8:30-12, 13-16.30}, {@code 22-2}; nothing for a day
 * without any. A day that is not as usual is a line: {@code 2026-12-31 9-12 New Year's Eve}.
 */
public final class HoursText {
    private static final Pattern WINDOW =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final Pattern SPECIAL =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})\\s*((?:[\\d:.]+\\s*[-–]\\s*[\\d:.]+[,\\s]*)*)(.*)");
    private static final int HOURS_OF_A_DAY = 24;

    private HoursText() {}

    /** Empty where it cannot be read. */
    public static Optional<List<Window>> parse(String text) {
        var windows = new ArrayList<Window>();
        for (var part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            var window = WINDOW.matcher(part.strip());
            if (!window.matches()) {
                return Optional.empty();
            }
            var from = time(window.group(1), window.group(2));
            var to = time(window.group(3), window.group(4));
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            windows.add(new Window(from.get(), to.get()));
        }
        return Optional.of(windows);
    }

    /** Empty where a line of them cannot be read. */
    public static Optional<List<SpecialDay>> parseDays(String lines) {
        var days =
                lines.lines()
                        .map(String::strip)
                        .filter(Predicate.not(String::isEmpty))
                        .map(HoursText::parseDay)
                        .toList();
        return days.stream().allMatch(Optional::isPresent)
                ? Optional.of(days.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private static Optional<SpecialDay> parseDay(String line) {
        var special = SPECIAL.matcher(line);
        if (!special.matches()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(special.group(1));
            return parse(special.group(2))
                    .map(windows -> new SpecialDay(day, windows, special.group(3).strip()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static String format(List<Window> windows) {
        return windows.stream()
                .map(window -> window.from() + "–" + window.to())
                .collect(Collectors.joining(", "));
    }

    public static String formatDays(List<SpecialDay> days) {
        return days.stream()
                .map(day ->
                        Stream.of(day.day().toString(), format(day.windows()), day.name())
                                .filter(Predicate.not(String::isEmpty))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** A day ends at 24 as it begins at 0. */
    private static Optional<LocalTime> time(String hour, String minute) {
        var hours = Integer.parseInt(hour);
        var minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (hours == HOURS_OF_A_DAY && minutes == 0) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        return hours < HOURS_OF_A_DAY && minutes < 60
                ? Optional.of(LocalTime.of(hours, minutes))
                : Optional.empty();
    }
}
