package io.taros.nudge;

import io.taros.nudge.Wishes.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When somebody is told. Mails leave at the end of whole slots of five minutes, so that all that
 * falls into one is one mail.
 *
 * @param zone the member's
 */
record Timing(Wishes wishes, ZoneId zone) {
    static final Duration SLOT = Duration.ofMinutes(5);

    static final Duration MOMENT = Duration.ofSeconds(15);

    /** Whoever looks at their inbox within it needs no mail. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    Instant due(Wishes.Way way, Instant now) {
        return awake(
                switch (way) {
                    case MAIL -> endOfSlot(now.plus(GRACE), SLOT);
                    case DIGEST -> digest(now);
                    case NEVER -> throw new IllegalArgumentException("Never is no time");
                });
    }

    /** In browsers all of a few seconds is one, too. */
    Instant pushed(Instant now) {
        return awake(endOfSlot(now, MOMENT));
    }

    private static Instant endOfSlot(Instant at, Duration slot) {
        var length = slot.toSeconds();
        return Instant.ofEpochSecond((at.getEpochSecond() / length + 1) * length);
    }

    private Instant digest(Instant now) {
        var here = now.atZone(zone);
        if (wishes.digest() == Pace.HOURLY) {
            return here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
        }
        var today = here.toLocalDate().atTime(MORNING).atZone(zone);
        return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    }

    /** The same, or when the quiet hours it falls into are over. */
    private Instant awake(Instant at) {
        var from = wishes.quietFrom();
        var until = wishes.quietUntil();
        if (from == null || until == null) {
            return at;
        }
        var here = at.atZone(zone);
        var time = here.toLocalTime();
        var isEvening = !time.isBefore(from);
        var isMorning = time.isBefore(until);
        var isQuiet = from.isBefore(until) ? isEvening && isMorning : isEvening || isMorning;
        return isQuiet ? end(here, until).toInstant() : at;
    }

    /** An hour that is there twice when the clock is put back is over after the second time. */
    private ZonedDateTime end(ZonedDateTime here, LocalTime until) {
        var day = here.toLocalTime().isBefore(until) ? 0 : 1;
        return here.toLocalDate()
                .plusDays(day)
                .atTime(until)
                .atZone(zone)
                .withLaterOffsetAtOverlap();
    }
}
