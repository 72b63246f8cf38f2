package io.taros.analytics.web;

import io.taros.analytics.Day;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Period;
import io.taros.platform.web.SpreadsheetCell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Days for a spreadsheet. Dates, numbers and words of our own: no cell begins with anything that a
 * spreadsheet would run, and none needs quotes.
 */
final class DaysCsv {
    private DaysCsv() {}

    static String of(Period period) {
        var text = new StringBuilder(SpreadsheetCell.BYTE_ORDER_MARK).append(line(columns()));
        period.days().forEach(day -> text.append(line(cells(day))));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    private static List<String> columns() {
        var columns =
                new ArrayList<>(
                        List.of(
                                "day",
                                "shown",
                                "conversations",
                                "answered",
                                "asked_back",
                                "handed_over",
                                "reliability",
                                "session_seconds"));
        for (var bin = 0; bin < DayFigures.BINS; bin++) {
            columns.add("scores_from_" + bin * 10);
        }
        return columns;
    }

    private static List<String> cells(Day day) {
        return switch (day) {
            case Day.Withheld(var date) -> List.of(date.toString(), "withheld");
            case Day.Quiet(var date) -> List.of(date.toString(), "yes", "0", "0", "0", "0");
            case Day.Shown(var figures) -> cells(figures);
        };
    }

    private static List<String> cells(DayFigures figures) {
        var cells =
                new ArrayList<>(
                        List.of(
                                figures.day().toString(),
                                "yes",
                                String.valueOf(figures.conversations()),
                                String.valueOf(figures.answered()),
                                String.valueOf(figures.askedBack()),
                                String.valueOf(figures.handedOver()),
                                figures.reliability().map(String::valueOf).orElse(""),
                                figures.session()
                                        .map(Duration::toSeconds)
                                        .map(String::valueOf)
                                        .orElse("")));
        figures.scoreBins().forEach(count -> cells.add(count.toString()));
        return cells;
    }
}
