package io.taros.knowledge;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;

/** How often a site is read again without anybody asking. */
public enum Recrawl {
    NEVER(Period.ZERO),
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofWeeks(1)),
    MONTHLY(Period.ofMonths(1));

    /** When hardly anybody asks, neither the bot nor the site. */
    private static final LocalTime NIGHT = LocalTime.of(1, 0);

    private static final int MINUTES_OF_NIGHT = 240;

    private final Period period;

    Recrawl(Period period) {
        this.period = period;
    }

    /** Each source has its own minute of the night, so that not all begin at once. */
    Instant next(Source.Id source, ZoneId zone, Instant now) {
        int minute = Math.floorMod(source.value().hashCode(), MINUTES_OF_NIGHT);
        return now.atZone(zone)
                .toLocalDate()
                .plus(period)
                .atTime(NIGHT.plusMinutes(minute))
                .atZone(zone)
                .toInstant();
    }

    /** As it is written in answers to programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
