package io.taros.handover;

import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.handover.Hours.SpecialDay;
import io.taros.handover.Hours.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static Hours hours(String weekdays, @Nullable String country, SpecialDay... days) {
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.compareTo(SATURDAY) < 0) {
                week.put(day, HoursText.parse(weekdays).orElseThrow());
            }
        }
        return new Hours(COPENHAGEN, week, country, List.of(days));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:59, false",
        "2026-11-27T09:00, true",
        "2026-11-27T11:59, true",
        "2026-11-27T12:00, false",
        "2026-11-27T13:00, true",
        "2026-11-27T17:00, false",
        "2026-11-28T10:00, false"
    })
    void areOpenFromTheFirstMinuteToTheLast(String local, boolean isOpen) {
        assertThat(hours("9-12, 13-17", null).isOpen(at(local))).isEqualTo(isOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:59, false",
        "2026-11-27T22:00, true",
        "2026-11-28T01:59, true",
        "2026-11-28T02:00, false",
        "2026-11-30T01:00, false"
    })
    void goOnOverMidnight(String local, boolean isOpen) {
        assertThat(hours("22-2", null).isOpen(at(local))).isEqualTo(isOpen);
    }

    @Test
    void mayBeAllDay() {
        var always = hours("0-24", null);

        assertThat(always.isOpen(at("2026-11-27T00:00"))).isTrue();
        assertThat(always.isOpen(at("2026-11-27T23:59"))).isTrue();
        assertThat(always.isOpen(at("2026-11-28T00:00"))).isFalse();
    }

    /** Clocks go forward on 29 March 2026 and back on 25 October. */
    @Test
    void meanTheTimeOnTheWall() {
        var hours = hours("9-17", null);

        assertThat(hours.isOpen(Instant.parse("2026-03-27T08:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-03-30T07:00:00Z"))).isTrue();
        assertThat(hours.opens(Instant.parse("2026-10-23T16:00:00Z")))
                .hasValueSatisfying(opens ->
                        assertThat(opens.toInstant())
                                .isEqualTo(Instant.parse("2026-10-26T08:00:00Z")));
    }

    @Test
    void openAgainAfterTheWeekend() {
        assertThat(hours("9-17", null).opens(at("2026-11-27T17:30")))
                .hasValue(at("2026-11-30T09:00").atZone(COPENHAGEN));
    }

    @Test
    void openAgainAfterLunch() {
        assertThat(hours("9-12, 13-17", null).opens(at("2026-11-27T12:30")))
                .hasValue(at("2026-11-27T13:00").atZone(COPENHAGEN));
    }

    /** Good Friday 3 April and Easter Monday 6 April 2026. */
    @Test
    void leaveOutPublicHolidays() {
        var danish = hours("9-17", "DK");

        assertThat(danish.isOpen(at("2026-04-03T10:00"))).isFalse();
        assertThat(hours("9-17", null).isOpen(at("2026-04-03T10:00"))).isTrue();
        assertThat(danish.opens(at("2026-04-01T18:00")))
                .hasValue(at("2026-04-07T09:00").atZone(COPENHAGEN));
    }

    @Test
    void putASpecialDayBeforeTheWeekAndTheHolidays() {
        var hours =
                hours(
                        "9-17",
                        "DK",
                        new SpecialDay(LocalDate.of(2026, 4, 3), windows("10-12"), "Good Friday"),
                        new SpecialDay(LocalDate.of(2026, 4, 7), List.of(), "Stocktaking"),
                        new SpecialDay(LocalDate.of(2026, 4, 11), windows("10-14"), "Fair"));

        assertThat(hours.isOpen(at("2026-04-03T11:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-04-07T11:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-04-11T11:00"))).isTrue();
    }

    @Test
    void mayNeverOpenAgain() {
        assertThat(new Hours(COPENHAGEN, Map.of(), null, List.of()).opens(at("2026-04-11T11:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-17 | 09:00–17:00",
                "8:30-12, 13-16.30 | 08:30–12:00, 13:00–16:30",
                "08:30–12:00,13:00–16:30 | 08:30–12:00, 13:00–16:30",
                "22-2 | 22:00–02:00",
                "0-24 | 00:00–00:00",
                "'' | ''"
            })
    void areReadAsTyped(String typed, String shown) {
        var windows = HoursText.parse(typed).orElseThrow();

        assertThat(HoursText.format(windows)).isEqualTo(shown);
        assertThat(HoursText.parse(shown)).hasValue(windows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "9", "25-26", "9-17:75", "9-17 13-14", "-"})
    void areNotGuessed(String typed) {
        assertThat(HoursText.parse(typed)).isEmpty();
    }

    @Test
    void readsSpecialDays() {
        var typed = "2026-12-24 Christmas Eve\n\n2026-12-31 9-12 New Year’s Eve\n2027-01-02 10-14";

        assertThat(HoursText.parseDays(typed).orElseThrow())
                .containsExactly(
                        new SpecialDay(LocalDate.of(2026, 12, 24), List.of(), "Christmas Eve"),
                        new SpecialDay(
                                LocalDate.of(2026, 12, 31), windows("9-12"), "New Year’s Eve"),
                        new SpecialDay(LocalDate.of(2027, 1, 2), windows("10-14"), ""));
        assertThat(
                        HoursText.parseDays(
                                HoursText.formatDays(HoursText.parseDays(typed).orElseThrow())))
                .isEqualTo(HoursText.parseDays(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24 December", "2026-13-01 Nothing", "2026-12-31 9-99 Late"})
    void doesNotGuessSpecialDays(String typed) {
        assertThat(HoursText.parseDays(typed)).isEmpty();
    }

    @Test
    void knowsTheHolidaysOfManyCountries() {
        assertThat(PublicHolidays.countries())
                .contains("DK", "DE", "FR", "ES", "NL", "SE", "NO", "GB", "US")
                .hasSizeGreaterThan(50);
        assertThat(PublicHolidays.next("DK", LocalDate.of(2026, 12, 20), 2, Locale.ENGLISH))
                .first()
                .isEqualTo(new PublicHolidays.Day(LocalDate.of(2026, 12, 25), "1st Christmas day"));
    }

    private static List<Window> windows(String text) {
        return HoursText.parse(text).orElseThrow();
    }
}
