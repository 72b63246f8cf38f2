package io.taros.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.nudge.Wishes.Pace;
import io.taros.nudge.Wishes.Way;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static Timing quiet(String from, String until) {
        return timing(Pace.HOURLY, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Timing awake(Pace pace) {
        return timing(pace, null, null);
    }

    private static Timing timing(Pace pace, LocalTime from, LocalTime until) {
        return new Timing(
                new Wishes(Way.MAIL, Way.MAIL, Way.MAIL, Way.MAIL, pace, from, until, Set.of()),
                COPENHAGEN);
    }

    private static String due(Timing timing, Way way, String now) {
        return timing.due(way, Instant.parse(now)).toString();
    }

    @Test
    void whatFallsIntoFiveMinutesIsDueTogether() {
        var timing = awake(Pace.DAILY);
        assertThat(due(timing, Way.MAIL, "2026-11-27T12:00:00Z")).isEqualTo("2026-11-27T12:05:00Z");
        assertThat(due(timing, Way.MAIL, "2026-11-27T12:03:59Z")).isEqualTo("2026-11-27T12:05:00Z");
        assertThat(due(timing, Way.MAIL, "2026-11-27T12:04:01Z")).isEqualTo("2026-11-27T12:10:00Z");
    }

    @Test
    void gathersForTheHourOrTheMorning() {
        assertThat(due(awake(Pace.HOURLY), Way.DIGEST, "2026-11-27T12:20:00Z"))
                .isEqualTo("2026-11-27T13:00:00Z");
        assertThat(due(awake(Pace.DAILY), Way.DIGEST, "2026-11-27T06:59:00Z"))
                .isEqualTo("2026-11-27T07:00:00Z");
        assertThat(due(awake(Pace.DAILY), Way.DIGEST, "2026-11-27T07:00:00Z"))
                .isEqualTo("2026-11-28T07:00:00Z");
        assertThat(due(awake(Pace.DAILY), Way.DIGEST, "2026-10-24T12:00:00Z"))
                .as("the clock is put back at night")
                .isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void waitsForTheEndOfQuietHoursOverMidnight() {
        var night = quiet("22:00", "07:00");
        assertThat(due(night, Way.MAIL, "2026-11-27T20:30:00Z")).isEqualTo("2026-11-27T20:35:00Z");
        assertThat(due(night, Way.MAIL, "2026-11-27T21:00:00Z")).isEqualTo("2026-11-28T06:00:00Z");
        assertThat(due(night, Way.MAIL, "2026-11-28T02:00:00Z")).isEqualTo("2026-11-28T06:00:00Z");
        assertThat(due(night, Way.DIGEST, "2026-11-28T02:10:00Z"))
                .isEqualTo("2026-11-28T06:00:00Z");
        assertThat(due(night, Way.MAIL, "2026-11-28T06:00:00Z")).isEqualTo("2026-11-28T06:05:00Z");
    }

    @Test
    void quietHoursOfADayEndOnIt() {
        var lunch = quiet("12:00", "13:00");
        assertThat(due(lunch, Way.MAIL, "2026-11-27T11:10:00Z")).isEqualTo("2026-11-27T12:00:00Z");
        assertThat(due(lunch, Way.MAIL, "2026-11-27T12:00:00Z")).isEqualTo("2026-11-27T12:05:00Z");
    }

    /** At two the clock shows three: an end that is not there is an hour later. */
    @Test
    void endsWhenTheClockIsPutForward() {
        assertThat(due(quiet("22:00", "02:30"), Way.MAIL, "2026-03-28T23:00:00Z"))
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(due(quiet("22:00", "07:00"), Way.MAIL, "2026-03-28T23:00:00Z"))
                .isEqualTo("2026-03-29T05:00:00Z");
    }

    /** At three it shows two again: quiet hours are over after the second half past two. */
    @Test
    void endsOnceWhenTheClockIsPutBack() {
        var night = quiet("22:00", "02:30");
        assertThat(due(night, Way.MAIL, "2026-10-24T22:00:00Z")).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(due(night, Way.MAIL, "2026-10-25T01:05:00Z")).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(due(quiet("22:00", "07:00"), Way.MAIL, "2026-10-24T22:00:00Z"))
                .isEqualTo("2026-10-25T06:00:00Z");
    }
}
