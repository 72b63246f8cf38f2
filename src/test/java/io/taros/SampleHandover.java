package io.taros;

import static io.taros.SampleViews.ago;

import io.taros.handover.PublicHolidays;
import io.taros.handover.web.HandoverPage;
import io.taros.handover.web.HandoverPage.Opening;
import io.taros.handover.web.HandoverPage.Outlook;
import io.taros.handover.web.HandoverPage.Rules;
import io.taros.handover.web.HandoverPage.TopicRow;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When people are called: nothing said yet, everything said, and wrongly. */
final class SampleHandover {
    private SampleHandover() {}

    static void put(Map<String, View> views, BotPick bot) {
        var blank = new TopicRow("", "", "");
        var usual = week("09:00–17:00");
        views.put(
                "handover-none",
                new HandoverPage(
                        bot,
                        new Rules(List.of(blank, blank), null, false, "", ""),
                        List.of(),
                        new Opening(
                                false,
                                "Europe/Copenhagen",
                                usual,
                                null,
                                "",
                                new Outlook(true, null, List.of())),
                        true,
                        FormErrors.NONE));
        var rules =
                new Rules(
                        List.of(
                                new TopicRow(
                                        "Cancelling", "cancel*, end my contract, refund*", "two"),
                                new TopicRow(
                                        "Complaints about deliveries to the islands",
                                        "damaged, broken, lost parcel, never arrived",
                                        ""),
                                blank,
                                blank),
                        2,
                        true,
                        "never again",
                        "one");
        var teams =
                List.of(
                        new HandoverPage.Choice("one", "Sales"),
                        new HandoverPage.Choice("two", "Returns and complaints, islands too"));
        var days = "2026-12-24 Christmas Eve\n2026-12-31 09:00–12:00 New Year’s Eve";
        views.put(
                "handover-closed",
                new HandoverPage(
                        bot,
                        rules,
                        teams,
                        new Opening(
                                true,
                                "Europe/Copenhagen",
                                week("08:30–12:00, 13:00–16:30"),
                                "DK",
                                days,
                                new Outlook(
                                        false,
                                        ago(Duration.ofHours(-15)),
                                        PublicHolidays.next(
                                                "DK",
                                                LocalDate.of(2026, 12, 1),
                                                5,
                                                Locale.ENGLISH))),
                        false,
                        FormErrors.NONE));
        views.put(
                "handover-wrong",
                new HandoverPage(
                        bot,
                        rules,
                        teams,
                        new Opening(
                                true,
                                "Copenhagen",
                                week("nine to five"),
                                "DK",
                                "Christmas",
                                new Outlook(true, null, List.of())),
                        false,
                        FormErrors.NONE
                                .text("topics", "handover.topics.half")
                                .text("zone", "handover.zone.wrong")
                                .text("MONDAY", "handover.hours.wrong")
                                .text("days", "handover.days.wrong")));
    }

    private static Map<DayOfWeek, String> week(String weekdays) {
        return Arrays.stream(DayOfWeek.values())
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                day -> day.compareTo(DayOfWeek.SATURDAY) < 0 ? weekdays : ""));
    }
}
