package io.taros.analytics;

import io.taros.conversation.TurnClosed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a reply adds to the time that a visitor and the bot speak.
 *
 * @param day to which it is counted
 * @param isFirst the first reply of this conversation on that day
 * @param isFirstOfItsWeek one that goes on for days is no group of conversations
 * @param spoken since the reply before, or since the question where that was long ago
 */
record Session(LocalDate day, boolean isFirst, boolean isFirstOfItsWeek, Duration spoken) {
    static final Duration PAUSE = Duration.ofMinutes(30);

    static Session of(TurnClosed turn) {
        var day = LocalDate.ofInstant(turn.repliedAt(), ZoneOffset.UTC);
        var before = turn.repliedBefore();
        if (before == null) {
            return new Session(day, true, true, between(turn.askedAt(), turn));
        }
        var paused = Duration.between(before, turn.askedAt()).compareTo(PAUSE) > 0;
        return new Session(
                day,
                !LocalDate.ofInstant(before, ZoneOffset.UTC).equals(day),
                LocalDate.ofInstant(before, ZoneOffset.UTC).isBefore(Insights.mondayOf(day)),
                between(paused ? turn.askedAt() : before, turn));
    }

    /** Never negative: nodes may disagree about the time. A turn that lay open counts a pause. */
    private static Duration between(Instant from, TurnClosed turn) {
        var spoken = Duration.between(from, turn.repliedAt());
        if (spoken.isNegative()) {
            return Duration.ZERO;
        }
        return spoken.compareTo(PAUSE) > 0 ? PAUSE : spoken;
    }
}
