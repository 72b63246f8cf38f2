package io.taros.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Instants in words: how long ago where that is short, the day otherwise. */
public final class Dates {
    private Dates() {}

    static String briefly(Instant at, ZonedDateTime now, Texts texts) {
        var past = Duration.between(at, now.toInstant());
        if (past.isNegative() || past.toDays() > 6) {
            return day(LocalDate.ofInstant(at, now.getZone()), texts.locale());
        }
        if (past.toSeconds() < 60) {
            return texts.get("platform.date.now");
        }
        if (past.toMinutes() < 60) {
            return texts.get("platform.date.minutes", past.toMinutes());
        }
        if (past.toHours() < 24) {
            return texts.get("platform.date.hours", past.toHours());
        }
        return texts.get("platform.date.days", past.toDays());
    }

    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(placed(language))
                .format(day);
    }

    static String month(YearMonth month, Locale language) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(placed(language))
                .format(month);
    }

    static String dayAndMonth(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd")
                .withLocale(placed(language))
                .format(day);
    }

    /** English here is British: the day stands before the month. */
    private static Locale placed(Locale language) {
        return language.equals(Locale.ENGLISH) ? Locale.UK : language;
    }

    /** Names the clock it goes by: one account may work in many places. */
    static String exactly(ZonedDateTime at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(placed(language))
                        .format(at)
                + " "
                + nameOf(at, placed(language));
    }

    /** As clocks are called where people live: CET, not Europe/Copenhagen. */
    private static String nameOf(ZonedDateTime at, Locale language) {
        return at.getZone().equals(ZoneOffset.UTC)
                ? "UTC"
                : DateTimeFormatter.ofPattern("z", language).format(at);
    }
}
