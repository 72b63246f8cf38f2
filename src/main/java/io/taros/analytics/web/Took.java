package io.taros.analytics.web;

import io.taros.platform.web.Shell;

/** A length of time in words: two units at most. */
final class Took {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Took() {}

    static String text(Shell shell, double seconds) {
        var whole = Math.round(seconds);
        if (whole < MINUTE) {
            return shell.text("analytics.seconds", whole);
        }
        if (whole < HOUR) {
            return whole % MINUTE == 0
                    ? shell.text("analytics.minutes", whole / MINUTE)
                    : shell.text("analytics.minutes.and", whole / MINUTE, whole % MINUTE);
        }
        if (whole < DAY) {
            return whole % HOUR < MINUTE
                    ? shell.text("analytics.hours", whole / HOUR)
                    : shell.text("analytics.hours.and", whole / HOUR, whole % HOUR / MINUTE);
        }
        return whole % DAY < HOUR
                ? shell.text("analytics.days", whole / DAY)
                : shell.text("analytics.days.and", whole / DAY, whole % DAY / HOUR);
    }
}
