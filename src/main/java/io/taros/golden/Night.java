package io.taros.golden;

import io.taros.bot.Bot;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A bot is asked its golden questions every night.
 *
 * @param time by the clock of the organization
 * @param nextAt when it will be asked next
 * @param run that was started last at night
 */
public record Night(Bot.Id bot, LocalTime time, Instant nextAt, GoldenRun.@Nullable Id run) {
    /**
     * Later than now. Where the clocks are put forward over it, as soon as they show more; where it
     * comes twice, the first time.
     */
    static Instant next(LocalTime time, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var first = today.atTime(time).atZone(zone).toInstant();
        return first.isAfter(now) ? first : today.plusDays(1).atTime(time).atZone(zone).toInstant();
    }
}
