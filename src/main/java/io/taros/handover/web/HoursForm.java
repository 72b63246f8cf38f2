package io.taros.handover.web;

import io.taros.handover.Hours;
import io.taros.handover.HoursText;
import io.taros.handover.PublicHolidays;
import io.taros.platform.web.FormErrors;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opening hours as the form sends them. */
record HoursForm(
        boolean isKept,
        String zone,
        Map<DayOfWeek, String> week,
        @Nullable String country,
        String days) {
    private static final int MOST_DAYS = 100;

    static HoursForm of(Map<String, String> form) {
        var country = form.getOrDefault("country", "");
        return new HoursForm(
                form.containsKey("kept"),
                form.getOrDefault("zone", "").strip(),
                Arrays.stream(DayOfWeek.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        day -> form.getOrDefault(day.name(), "").strip())),
                country.isBlank() ? null : country,
                form.getOrDefault("days", ""));
    }

    static HoursForm of(Hours hours) {
        return new HoursForm(
                true,
                hours.zone().getId(),
                Arrays.stream(DayOfWeek.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        day ->
                                                HoursText.format(
                                                        hours.week()
                                                                .getOrDefault(day, List.of())))),
                hours.country(),
                HoursText.formatDays(hours.days()));
    }

    /** What most would type, to begin with. */
    static HoursForm usual(ZoneId zone) {
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, day.compareTo(DayOfWeek.SATURDAY) < 0 ? "09:00–17:00" : "");
        }
        return new HoursForm(false, zone.getId(), week, null, "");
    }

    FormErrors errors() {
        var errors = FormErrors.NONE;
        if (!isZone()) {
            errors = errors.text("zone", "handover.zone.wrong");
        }
        for (var day : week.entrySet()) {
            if (HoursText.parse(day.getValue()).isEmpty()) {
                errors = errors.text(day.getKey().name(), "handover.hours.wrong");
            }
        }
        if (country != null && !PublicHolidays.countries().contains(country)) {
            errors = errors.text("country", "handover.country.wrong");
        }
        if (days.lines().count() > MOST_DAYS) {
            return errors.text("days", "handover.days.many", MOST_DAYS);
        }
        return HoursText.parseDays(days).isEmpty()
                ? errors.text("days", "handover.days.wrong")
                : errors;
    }

    /** Of a form without errors. */
    Hours hours() {
        return new Hours(
                ZoneId.of(zone),
                week.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        day -> HoursText.parse(day.getValue()).orElseThrow())),
                country,
                HoursText.parseDays(days).orElseThrow());
    }

    HandoverPage.Opening shown(HandoverPage.Outlook outlook) {
        return new HandoverPage.Opening(isKept, zone, week, country, days, outlook);
    }

    private boolean isZone() {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
